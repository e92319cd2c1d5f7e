package io.tatemulator.command;

import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Required;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A custom parameter's default, with its description.
 *
 * @param parameterName the parameter's name
 * @param parameterValue its value when an invocation gives none
 * @param parameterDescription a text for people
 */
public record DefaultParameterConf(
    @Required String parameterName,
    @Confidential @Required String parameterValue,
    @Nullable String parameterDescription) {
  /** The same with a description, if only an empty one, as answers have it. */
  DefaultParameterConf described() {
    return new DefaultParameterConf(
        parameterName, parameterValue, Objects.requireNonNullElse(parameterDescription, ""));
  }
}
