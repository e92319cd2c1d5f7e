package io.tatemulator.support;

import org.jspecify.annotations.Nullable;

/** Presets of how closely the emulator matches the cloud where strictness costs its users. */
public enum Fidelity {
  /** Serves requests without setup: only signatures of known SecretIds are verified. */
  LENIENT,
  /** Matches the cloud. */
  STRICT;

  /**
   * Returns whether something that only the lenient preset permits is permitted.
   *
   * @param override the specific setting; null when the preset applies
   */
  public boolean permits(@Nullable Boolean override) {
    return override != null ? override : this == LENIENT;
  }
}
