package io.tatemulator.execution.simulated;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;

/**
 * A regular expression that is looked for in scripts, in the syntax of RE2, whose time grows with
 * the script's size alone. Its own size is bounded too: it has at most 1,000 characters, and at
 * most 10,000 once its counted repetitions are written out.
 */
final class ScriptPattern {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_REPEATED = 10_000;

  private final String text;
  private final Pattern pattern;

  /**
   * Reads a regular expression.
   *
   * @throws IllegalArgumentException when it is none, or too large
   */
  @JsonCreator
  ScriptPattern(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("content has at most " + MOST_CHARACTERS + " characters");
    }
    if (RepeatedSize.of(text) > MOST_REPEATED) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "content has at most %d characters once its repetitions are written out",
              MOST_REPEATED));
    }
    try {
      this.pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("content is a regular expression; " + e.getDescription());
    }
    this.text = text;
  }

  /** The expression as it was written. */
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
