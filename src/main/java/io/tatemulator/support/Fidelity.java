package io.tatemulator.support;

import org.jspecify.annotations.Nullable;

/** The presets: how close to the cloud the emulator keeps where being strict costs its users. */
public enum Fidelity {
  /** Requests are served without a set-up: signatures are checked where the SecretId is known. */
  LENIENT,
  /** As the cloud does. */
  STRICT;

  /**
   * Whether something is permitted that only the lenient preset permits.
   *
   * @param line the setting of its own that it has; null when the preset decides
   */
  public boolean permits(@Nullable Boolean line) {
    return line != null ? line : this == LENIENT;
  }
}
