package io.tatemulator.state;

import java.util.Locale;

/** Thrown when identifiers that a seed would generate are already in use. */
public final class SeedTakenException extends RuntimeException {
  SeedTakenException(long seed) {
    super(
        String.format(
            Locale.ROOT,
            "identifiers of the seed %d are in use; reset the emulator to release them",
            seed));
  }
}
