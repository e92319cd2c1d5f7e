package io.tatemulator.time;

import java.time.Instant;

/**
 * An event: the running transaction has stored work that falls due.
 *
 * @param instant when it falls due, on the emulator's clock
 */
public record DueAt(Instant instant) {}
