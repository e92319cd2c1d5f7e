package io.tatemulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConverterNotFoundException;

/** Says which setting has a value that it cannot have, without the names of our classes. */
@Order(0)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    if (!TatEmulator.isStarting()) {
      return null;
    }
    ConfigurationProperty property = cause.getProperty();
    String told =
        property == null
            ? String.format(
                Locale.ROOT,
                "the settings of %s do not go together; %s",
                cause.getName(),
                reason(cause))
            : String.format(
                Locale.ROOT,
                "the setting %s cannot be '%s'; %s",
                property.getName(),
                shown(property),
                reason(cause));
    return new FailureAnalysis(told, null, cause);
  }

  /** A key pair in a place where none can be must not end in a log. */
  private static Object shown(ConfigurationProperty property) {
    boolean secret = property.getName().toString().startsWith("tat.credentials");
    return secret ? "******" : property.getValue();
  }

  private static String reason(BindException cause) {
    Class<?> type = cause.getTarget().getType().toClass();
    return type.isEnum()
        ? "it is one of "
            + Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
        : NestedExceptionUtils.getMostSpecificCause(cause) instanceof ConverterNotFoundException
            ? "it consists of settings of its own"
            : String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
  }
}
