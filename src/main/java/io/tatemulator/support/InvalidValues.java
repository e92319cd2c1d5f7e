package io.tatemulator.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Error messages for values that have another type than expected. */
public final class InvalidValues {
  private static final String INTEGER = "an integer";

  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          Duration.class, "an ISO-8601 duration such as PT1H",
          Instant.class, "an ISO-8601 time such as 2021-08-31T15:59:00Z",
          Long.class, INTEGER,
          Integer.class, INTEGER,
          int.class, INTEGER,
          Double.class, "a number",
          Boolean.class, "true or false",
          String.class, "a string");

  private InvalidValues() {}

  /** Returns the message for a value that cannot be bound. */
  public static String message(DatabindException e) {
    return message(
        JsonPaths.of(e),
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
  }

  /**
   * Returns the message.
   *
   * @param name the parameter or the path of the member
   * @param type the expected type; null when it is unknown
   */
  public static String message(String name, @Nullable Class<?> type) {
    String message = "invalid value for `" + name + "`";
    if (type == null) {
      return message;
    }
    String expected =
        Collection.class.isAssignableFrom(type)
            ? "a list"
            : EXPECTED.getOrDefault(type, type.isRecord() ? "an object" : "");
    return expected.isEmpty() ? message : message + ": expected " + expected;
  }
}
