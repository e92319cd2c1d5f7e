package io.tatemulator.protocol.error;

import io.tatemulator.support.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The message of every error in every language, from the package of the error's enum. */
final class ErrorMessages {
  private static final int MAX_ARGUMENT_LENGTH = 256;

  private final Map<Class<?>, MessageSource> bundles = new ConcurrentHashMap<>();

  String format(ErrorCode error, Language language, List<Object> arguments) {
    Object[] shortened = arguments.stream().map(ErrorMessages::shorten).toArray();
    Locale locale = Locale.forLanguageTag(language.tag());
    String message =
        bundles
            .computeIfAbsent(error.getClass(), ErrorMessages::bundle)
            .getMessage(error.name(), shortened, error.code(), locale);
    return message == null ? error.code() : message;
  }

  /**
   * Shortens an argument, so that the message stays readable whatever a client sends. It becomes a
   * text, since a number would be written by the rules of a language.
   */
  private static String shorten(Object argument) {
    return Excerpt.of(argument.toString(), MAX_ARGUMENT_LENGTH);
  }

  private static MessageSource bundle(Class<?> errors) {
    ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
    bundle.setBasename(errors.getPackageName() + ".errors");
    bundle.setBundleClassLoader(errors.getClassLoader());
    bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
    // Otherwise the host's language would decide, where one is missing.
    bundle.setFallbackToSystemLocale(false);
    bundle.setAlwaysUseMessageFormat(true);
    return bundle;
  }
}
