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

/** The message of every error in every language, read once and checked to be whole. */
final class ErrorTexts {
  private static final int MAX_SHOWN = 256;

  private final Map<Language, Map<ErrorCode, String>> patterns = new EnumMap<>(Language.class);

  ErrorTexts() {
    for (Language language : Language.values()) {
      patterns.put(language, read(language));
    }
  }

  String format(ErrorCode error, Language language, List<Object> arguments) {
    Map<ErrorCode, String> texts = patterns.getOrDefault(language, Map.of());
    Object[] shown = arguments.stream().map(ErrorTexts::shortened).toArray();
    return String.format(Locale.ROOT, texts.getOrDefault(error, error.code()), shown);
  }

  /** Whatever a caller sent, the message stays one that can be read. */
  private static Object shortened(Object argument) {
    return argument instanceof String text ? Excerpt.of(text, MAX_SHOWN) : argument;
  }

  private static Map<ErrorCode, String> read(Language language) {
    Properties bundle = load("errors_" + language.tag() + ".properties");
    Map<ErrorCode, String> texts = new EnumMap<>(ErrorCode.class);
    for (ErrorCode error : ErrorCode.values()) {
      String text = bundle.getProperty(error.name());
      if (text == null) {
        throw new IllegalStateException("no " + language + " text for " + error);
      }
      texts.put(error, text);
    }
    return texts;
  }

  private static Properties load(String file) {
    Properties bundle = new Properties();
    try (var stream = ErrorTexts.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("missing " + file);
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
