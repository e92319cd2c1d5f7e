package io.tatemulator.time;

/** How the emulator's clock goes. */
public enum ClockMode {
  /** As the host's clock. */
  REAL,
  /** As fast as the host's clock, apart from it by a fixed duration. */
  OFFSET,
  /** Not at all, until it is moved. */
  FROZEN
}
