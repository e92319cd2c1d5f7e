package io.tatemulator.support;

/**
 * A fixed one-to-one map of the numbers below 36^8 onto themselves, under which neighbours part.
 *
 * <p>A Feistel network over 42 bits that walks on until it is back below the bound. It hides
 * nothing from an attacker and need not: it only keeps consecutive numbers from looking
 * consecutive.
 */
final class IdPermutation {
  /** How many numbers there are: all texts of eight characters of {@code [0-9a-z]}. */
  static final long BOUND = 2_821_109_907_456L;

  private static final int HALF = 21;
  private static final long MASK = (1L << HALF) - 1;
  private static final long[] ROUND_KEYS = {
    0x9E3779B97F4A7C15L, 0xBF58476D1CE4E5B9L, 0x94D049BB133111EBL, 0xD6E8FEB86659FD93L
  };

  private IdPermutation() {}

  static long scatter(long number) {
    if (number < 0 || number >= BOUND) {
      throw new IllegalArgumentException("not below 36^8: " + number);
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

  static long gather(long scattered) {
    long value = scattered;
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
