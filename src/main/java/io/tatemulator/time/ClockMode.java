package io.tatemulator.time;

/** The modes of the emulator's clock. */
public enum ClockMode {
  /** It shows the time of the host's clock. */
  REAL,
  /** It runs as fast as the host's clock, at a fixed offset from it. */
  OFFSET,
  /** The clock shows one time until it is moved. */
  FROZEN
}
