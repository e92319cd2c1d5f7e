package io.tatemulator.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats and parses enum constants as in the control API and fixtures. */
public final class EnumNames {
  private static final int MAX_SHOWN = 100;

  private EnumNames() {}

  /** Returns the name of a constant, in lower case. */
  public static String format(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the constant with a name.
   *
   * @param member the request's name for the value
   * @throws IllegalArgumentException when the name is unknown; the message lists all names
   */
  public static <T extends Enum<T>> T parse(String member, Class<T> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> format(constant).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "invalid value for `"
                        + member
                        + "`: expected one of "
                        + all(type)
                        + ", got "
                        + (name == null ? null : Excerpt.of(name, MAX_SHOWN))));
  }

  private static String all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(EnumNames::format)
        .collect(Collectors.joining(", "));
  }
}
