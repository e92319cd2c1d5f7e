package io.tatemulator.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Spelling {
  /** A word is meant when no more than one character in so many differs, and always two may. */
  private static final int LENGTH_PER_DIFFERENCE = 4;

  private static final int ALWAYS_ALLOWED = 2;

  private Spelling() {}

  /** The word that differs least from a misspelt one; empty when all of them differ too much. */
  static Optional<String> nearest(String misspelt, Collection<String> words) {
    int most = Math.max(ALWAYS_ALLOWED, misspelt.length() / LENGTH_PER_DIFFERENCE);
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(misspelt, word)))
        .filter(word -> distance(misspelt, word) <= most);
  }

  /** The number of characters to insert, delete or replace (Levenshtein). */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
