package io.tatemulator.support;

import java.time.Instant;

/**
 * The host's own time, which nobody can move. Only what is agreed with the world outside asks it:
 * the timestamps of signatures, rate limits, the certificates of HTTPS.
 */
public interface HostTime {
  /** Now. */
  Instant now();
}
