package io.tatemulator.storage;

/** Identifiers cannot follow from a seed, since some that would follow from it are in use. */
public final class SeedTakenException extends RuntimeException {
  SeedTakenException(long seed) {
    super(
        "identifiers that follow from the seed %d are in use; a reset takes them away"
            .formatted(seed));
  }
}
