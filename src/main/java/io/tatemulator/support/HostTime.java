package io.tatemulator.support;

import java.time.Instant;

/**
 * The host's own time, which nobody can move. Only what is agreed with the world outside asks it:
 * the timestamps of signatures, the expiry of keys, rate limits.
 */
public interface HostTime {
  /** Now. */
  Instant now();
}
