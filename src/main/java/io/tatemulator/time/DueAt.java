package io.tatemulator.time;

import java.time.Instant;

/**
 * An event: the running transaction has left something in the database that falls due.
 *
 * @param instant when, on the emulator's clock
 */
public record DueAt(Instant instant) {}
