package io.tatemulator.protocol.query;

import io.tatemulator.protocol.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * A filter that an action knows.
 *
 * @param name the filter's name; with a final colon, the beginning of its name, as in {@code tag:}
 * @param values what each value must look like
 * @param error the error of a value that does not
 */
public record FilterRule(String name, Pattern values, ErrorCode error) {
  private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

  /** A filter that takes any value. */
  public static FilterRule any(String name) {
    return new FilterRule(name, ANYTHING, ErrorCode.INVALID_FILTER);
  }

  /** A filter that takes only these values. */
  public static FilterRule oneOf(String name, String... values) {
    return new FilterRule(
        name, Pattern.compile(String.join("|", values)), ErrorCode.INVALID_FILTER);
  }

  /** A filter that takes identifiers; a malformed one has an error of its own. */
  public static FilterRule id(String name, String pattern, ErrorCode error) {
    return new FilterRule(name, Pattern.compile(pattern), error);
  }

  boolean governs(String filterName) {
    return name.endsWith(":") ? filterName.startsWith(name) : filterName.equals(name);
  }
}
