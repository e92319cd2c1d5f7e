package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;

/**
 * A regular expression to search for in scripts, in the syntax of RE2, whose run time depends only
 * on the script's size. Its own size is bounded too: at most 1,000 characters, and at most 10,000
 * with its counted repetitions expanded.
 */
final class ScriptPattern {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_EXPANDED_LENGTH = 10_000;

  private final String text;
  private final Pattern pattern;

  /**
   * Compiles a regular expression.
   *
   * @throws IllegalArgumentException when it is invalid or too large
   */
  @JsonCreator
  ScriptPattern(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "invalid value for `content`: expected at most " + MAX_LENGTH + " characters");
    }
    if (RepeatedSize.of(text) > MAX_EXPANDED_LENGTH) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "invalid value for `content`: expected at most %d characters after expansion",
              MAX_EXPANDED_LENGTH));
    }
    try {
      this.pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "invalid value for `content`: expected a regular expression; " + e.getDescription());
    }
    this.text = text;
  }

  /** Returns the source of the expression. */
  @JsonValue
  String text() {
    return text;
  }

  boolean isFoundIn(String script) {
    return pattern.matcher(script).find();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScriptPattern that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
