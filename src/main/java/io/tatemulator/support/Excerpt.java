package io.tatemulator.support;

/** Shortens texts for messages and logs. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * Returns a text, or its beginning and an ellipsis. The cut never splits a character.
   *
   * @param max the maximum number of UTF-16 units to keep, at least 1
   */
  public static String of(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end) + "…";
  }
}
