package io.tatemulator.support;

import java.time.Instant;

/**
 * The host's clock, which cannot be moved. Use it only for what depends on time outside of the
 * emulator: the timestamps of signatures, rate limits, the certificates of HTTPS, the triggers of
 * Quartz.
 */
public interface WallClock {
  /** Returns the current time. */
  Instant now();
}
