package io.tatemulator.time;

/** How the emulator's clock goes. */
public enum ClockMode {
  /** As the host's clock. */
  REAL
}
