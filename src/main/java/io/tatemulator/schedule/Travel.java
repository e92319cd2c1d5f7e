package io.tatemulator.schedule;

import java.time.Instant;
import java.util.List;

/**
 * A way through time that has come to its end.
 *
 * @param from where it began, on the emulator's clock
 * @param now where it ended
 * @param fired how many invokers fired on the way
 * @param fires the first of them, at most 1,000, in the order in which they were due
 */
public record Travel(Instant from, Instant now, long fired, List<Fire> fires) {}
