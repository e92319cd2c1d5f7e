package io.tatemulator.schedule;

import io.tatemulator.time.Fire;
import java.time.Instant;
import java.util.List;

/**
 * The result of a move of the clock.
 *
 * @param from the time before the move, on the emulator's clock
 * @param now the time after the move
 * @param fired the number of fires on the way
 * @param fires the first of them, at most 1,000, in the order in which they were due
 */
public record AdvanceResult(Instant from, Instant now, long fired, List<Fire> fires) {}
