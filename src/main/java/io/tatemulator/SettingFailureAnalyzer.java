package io.tatemulator;

import io.tatemulator.settings.SettingOrigin;
import io.tatemulator.support.InvalidSettingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.util.unit.DataSize;

/**
 * Reports which setting has an invalid value and where the value comes from, without class names of
 * the emulator.
 */
@Order(0)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
  private static final Map<Class<?>, String> EXAMPLES =
      Map.of(
          Duration.class, "a duration such as 90s or PT90S", DataSize.class, "a size such as 4MB");

  private final @Nullable Environment environment;

  SettingFailureAnalyzer(@Nullable Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    return TatEmulator.isStarting() ? new FailureAnalysis(describe(cause), null, cause) : null;
  }

  private String describe(BindException cause) {
    ConfigurationProperty property = cause.getProperty();
    if (property != null) {
      return describe(property.getName(), property, property.getValue(), reason(cause));
    }
    if (NestedExceptionUtils.getMostSpecificCause(cause) instanceof InvalidSettingException e) {
      ConfigurationPropertyName name = cause.getName().append(e.setting());
      ConfigurationProperty found = find(name);
      return describe(name, found, found == null ? e.value() : found.getValue(), e.getMessage());
    }
    return String.format(Locale.ROOT, "invalid settings in %s: %s", cause.getName(), reason(cause));
  }

  private static String describe(
      ConfigurationPropertyName name,
      @Nullable ConfigurationProperty property,
      Object value,
      @Nullable String expected) {
    // A key pair that is misplaced must not appear in a log.
    Object loggedValue = name.toString().startsWith("tat.credentials") ? "******" : value;
    String origin =
        property == null || property.getOrigin() == null
            ? ""
            : " (" + SettingOrigin.describe(property.getOrigin()) + ")";
    return String.format(
        Locale.ROOT,
        "invalid value '%s' for the setting %s: %s%s",
        loggedValue,
        name,
        expected,
        origin);
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
      return "expected one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (EXAMPLES.containsKey(type)) {
      return "expected " + EXAMPLES.get(type);
    }
    if (root instanceof NumberFormatException) {
      return "expected a whole number";
    }
    return root instanceof ConverterNotFoundException
        ? "expected nested settings"
        : String.valueOf(root.getMessage());
  }
}
