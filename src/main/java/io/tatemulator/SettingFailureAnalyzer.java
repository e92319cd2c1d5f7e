package io.tatemulator;

import io.tatemulator.settings.SettingOrigin;
import io.tatemulator.support.InvalidSettingException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.env.Environment;

/**
 * Says which setting has a value that it cannot have, and where it was given, without the names of
 * our classes.
 */
@Order(0)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
  private final @Nullable Environment environment;

  SettingFailureAnalyzer(@Nullable Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    return TatEmulator.isStarting() ? new FailureAnalysis(told(cause), null, cause) : null;
  }

  private String told(BindException cause) {
    ConfigurationProperty property = cause.getProperty();
    if (property != null) {
      return told(property.getName(), property, property.getValue(), reason(cause));
    }
    if (NestedExceptionUtils.getMostSpecificCause(cause) instanceof InvalidSettingException e) {
      ConfigurationPropertyName name = cause.getName().append(e.setting());
      ConfigurationProperty found = find(name);
      return told(name, found, found == null ? e.value() : found.getValue(), e.getMessage());
    }
    return String.format(
        Locale.ROOT, "the settings of %s do not go together; %s", cause.getName(), reason(cause));
  }

  private static String told(
      ConfigurationPropertyName name,
      @Nullable ConfigurationProperty property,
      Object value,
      @Nullable String expected) {
    // A key pair in a place where none can be must not end in a log.
    Object shown = name.toString().startsWith("tat.credentials") ? "******" : value;
    String place =
        property == null || property.getOrigin() == null
            ? ""
            : " (" + SettingOrigin.describe(property.getOrigin()) + ")";
    return String.format(
        Locale.ROOT, "the setting %s cannot be '%s'; %s%s", name, shown, expected, place);
  }

  private @Nullable ConfigurationProperty find(ConfigurationPropertyName name) {
    return environment == null
        ? null
        : StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
            .map(source -> source.getConfigurationProperty(name))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static String reason(BindException cause) {
    Class<?> type = cause.getTarget().getType().resolve(Object.class);
    Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
    if (type.isEnum()) {
      return "it is one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (root instanceof NumberFormatException) {
      return "it is a whole number";
    }
    return root instanceof ConverterNotFoundException
        ? "it consists of settings of its own"
        : String.valueOf(root.getMessage());
  }
}
