package io.tatemulator.time;

import java.time.Instant;

/**
 * An event: another node has stored work that is due.
 *
 * @param instant when the first of it is due
 */
public record DueOnOtherNode(Instant instant) {}
