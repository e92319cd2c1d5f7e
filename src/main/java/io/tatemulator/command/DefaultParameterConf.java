package io.tatemulator.command;

import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Sensitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The default of a custom parameter, with a description.
 *
 * @param parameterName the parameter's name
 * @param parameterValue its value when an invocation specifies none
 * @param parameterDescription a text for display
 */
public record DefaultParameterConf(
    @Required String parameterName,
    @Sensitive @Required String parameterValue,
    @Nullable String parameterDescription) {
  /** Returns this default with a non-null description, as responses require. */
  DefaultParameterConf withDescription() {
    return new DefaultParameterConf(
        parameterName, parameterValue, Objects.requireNonNullElse(parameterDescription, ""));
  }
}
