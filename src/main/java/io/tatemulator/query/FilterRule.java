package io.tatemulator.query;

import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.TatError;
import java.util.regex.Pattern;

/**
 * A filter that an action supports.
 *
 * @param name the filter's name; with a trailing colon, a prefix of it, as in {@code tag:}
 * @param values the pattern of each value
 * @param error the error for a value that does not match
 */
public record FilterRule(String name, Pattern values, ErrorCode error) {
  private static final Pattern ANY_VALUE = Pattern.compile(".*", Pattern.DOTALL);

  /** Creates a filter that accepts any value. */
  public static FilterRule any(String name) {
    return new FilterRule(name, ANY_VALUE, TatError.INVALID_FILTER);
  }

  /** Creates a filter that accepts only these values. */
  public static FilterRule oneOf(String name, String... values) {
    return new FilterRule(name, Pattern.compile(String.join("|", values)), TatError.INVALID_FILTER);
  }

  /** Creates a filter that accepts identifiers; a malformed one has its own error. */
  public static FilterRule id(String name, String pattern, ErrorCode error) {
    return new FilterRule(name, Pattern.compile(pattern), error);
  }

  boolean appliesTo(String filterName) {
    return name.endsWith(":") ? filterName.startsWith(name) : filterName.equals(name);
  }
}
