package io.tatemulator.protocol.error;

import io.tatemulator.support.Excerpt;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The message of every error in every language, loaded once and checked to be complete. */
final class ErrorMessages {
  private static final int MAX_ARGUMENT_LENGTH = 256;

  private final Map<Language, Map<ErrorCode, String>> patterns = new EnumMap<>(Language.class);

  ErrorMessages() {
    for (Language language : Language.values()) {
      patterns.put(language, read(language));
    }
  }

  String format(ErrorCode error, Language language, List<Object> arguments) {
    Map<ErrorCode, String> texts = patterns.getOrDefault(language, Map.of());
    Object[] shortened = arguments.stream().map(ErrorMessages::shorten).toArray();
    return String.format(Locale.ROOT, texts.getOrDefault(error, error.code()), shortened);
  }

  /** Shortens an argument, so that the message stays readable whatever a client sends. */
  private static Object shorten(Object argument) {
    return argument instanceof String text ? Excerpt.of(text, MAX_ARGUMENT_LENGTH) : argument;
  }

  private static Map<ErrorCode, String> read(Language language) {
    Properties bundle = load("errors_" + language.tag() + ".properties");
    Map<ErrorCode, String> texts = new EnumMap<>(ErrorCode.class);
    for (ErrorCode error : ErrorCode.values()) {
      String text = bundle.getProperty(error.name());
      if (text == null) {
        throw new IllegalStateException("no " + language + " message for error " + error);
      }
      texts.put(error, text);
    }
    return texts;
  }

  private static Properties load(String file) {
    Properties bundle = new Properties();
    try (var stream = ErrorMessages.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        bundle.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }
}
