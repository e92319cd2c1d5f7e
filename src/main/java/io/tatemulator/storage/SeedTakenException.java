package io.tatemulator.storage;

import java.util.Locale;

/** Identifiers cannot follow from a seed, since some that would follow from it are in use. */
public final class SeedTakenException extends RuntimeException {
  SeedTakenException(long seed) {
    super(
        String.format(
            Locale.ROOT,
            "identifiers that follow from the seed %d are in use; a reset takes them away",
            seed));
  }
}
