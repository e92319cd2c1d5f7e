package io.tatemulator.client;

import java.time.Duration;
import java.time.Instant;

/**
 * A reading of the emulator's clock.
 *
 * @param mode the mode: {@code real}, {@code offset} or {@code frozen}
 * @param now the time
 * @param offset how far it is ahead of the host's clock
 */
public record ClockReading(String mode, Instant now, Duration offset) {}
