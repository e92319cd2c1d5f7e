package io.tatemulator.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The constants of enums, as the control API writes them. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The constant that a word stands for.
   *
   * @param member what the request calls it
   * @throws BadRequestException naming all words, when it is none of them
   */
  static <T extends Enum<T>> T read(String member, Class<T> type, @Nullable String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new BadRequestException(member + " is one of " + all(type)));
  }

  private static String all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}
