package io.tatemulator.tat;

/**
 * A fixed permutation of the numbers below 36^8 that separates consecutive numbers.
 *
 * <p>A Feistel network over 42 bits with cycle walking: it repeats until the result is below the
 * bound. It is no protection against an attacker and need not be: its only purpose is that
 * consecutive numbers do not look consecutive.
 */
final class IdPermutation {
  /** The number of texts of eight characters of {@code [0-9a-z]}. */
  static final long BOUND = 2_821_109_907_456L;

  private static final int HALF = 21;
  private static final long MASK = (1L << HALF) - 1;
  private static final long[] ROUND_KEYS = {
    0x9E3779B97F4A7C15L, 0xBF58476D1CE4E5B9L, 0x94D049BB133111EBL, 0xD6E8FEB86659FD93L
  };

  private IdPermutation() {}

  static long permute(long number) {
    if (number < 0 || number >= BOUND) {
      throw new IllegalArgumentException("invalid number " + number + ": expected 0 to 36^8 - 1");
    }
    long value = number;
    do {
      for (long key : ROUND_KEYS) {
        long right = value & MASK;
        value = (right << HALF) | ((value >>> HALF) ^ mix(right, key));
      }
    } while (value >= BOUND);
    return value;
  }

  static long invert(long permuted) {
    long value = permuted;
    do {
      for (int round = ROUND_KEYS.length - 1; round >= 0; round--) {
        long left = value >>> HALF;
        value = (((value & MASK) ^ mix(left, ROUND_KEYS[round])) << HALF) | left;
      }
    } while (value >= BOUND);
    return value;
  }

  private static long mix(long half, long key) {
    long z = (half + 1) * key;
    z ^= z >>> 29;
    z *= 0xFF51AFD7ED558CCDL;
    return (z >>> 33) & MASK;
  }
}
