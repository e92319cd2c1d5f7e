package io.tatemulator.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word nearest to a misspelt one. */
final class Spelling {
  /** A candidate may differ in one of this many characters, and always in two. */
  private static final int LENGTH_PER_DIFFERENCE = 4;

  private static final int MIN_ALLOWED_DISTANCE = 2;

  private Spelling() {}

  /** Returns the word nearest to a misspelt one; empty when all of them differ too much. */
  static Optional<String> nearest(String misspelt, Collection<String> words) {
    int maxDistance = Math.max(MIN_ALLOWED_DISTANCE, misspelt.length() / LENGTH_PER_DIFFERENCE);
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(misspelt, word)))
        .filter(word -> distance(misspelt, word) <= maxDistance);
  }

  /** Returns the Levenshtein distance: the characters to insert, delete or replace. */
  static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j < previous.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[previous.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[other.length()];
  }
}
