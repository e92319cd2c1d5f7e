package io.tatemulator.testing;

import java.util.List;
import java.util.Random;

/**
 * The random choices of a fuzz test; the same seed makes the same ones.
 *
 * @param random where they come from
 */
public record Chance(Random random) {
  /** What damages more than one byte by chance would. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\u",
          ":",
          ",",
          "null",
          "&",
          "=",
          "%",
          "%00",
          "%zz",
          ".0",
          ".",
          ";",
          "/",
          "\0",
          "\u00ff",
          "\r\n",
          "TC3-HMAC-SHA256",
          "Credential=",
          "1e9999",
          "-",
          "{{");

  private static final int MAX_CUT = 8;
  private static final int MAX_REPEATED = 40;
  private static final int FLOOD = 200;

  /** Returns true once in so many times. */
  public boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  /** Returns a number from 0 to below a bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns one of some values. */
  public <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Returns the text, damaged in up to three places once in four times. */
  public String damaged(String text) {
    String changed = text;
    if (one(4)) {
      int times = 1 + below(3);
      for (int i = 0; i < times; i++) {
        changed = damagedOnce(changed);
      }
    }
    return changed;
  }

  /** Returns the text, damaged in one place. */
  public String damagedOnce(String text) {
    int from = below(text.length() + 1);
    int to = Math.min(text.length(), from + below(MAX_CUT));
    String before = text.substring(0, from);
    String after = text.substring(to);
    return switch (below(5)) {
      case 0 -> before + after;
      case 1 -> before + of(PIECES) + after;
      case 2 -> before + text.substring(from, to).repeat(1 + below(MAX_REPEATED)) + after;
      case 3 -> before + (char) below(256) + after;
      default -> before + of(PIECES).repeat(FLOOD) + after;
    };
  }
}
