package io.tatemulator.support;

import java.util.stream.Collectors;
import tools.jackson.databind.DatabindException;

/** Says where in a JSON text something does not fit. */
public final class JsonPaths {
  private JsonPaths() {}

  /** The way to it, such as {@code rules.0.match.run}; empty for the whole. */
  public static String of(DatabindException misfit) {
    return misfit.getPath().stream()
        .map(
            part ->
                part.getPropertyName() == null
                    ? Integer.toString(part.getIndex())
                    : part.getPropertyName())
        .collect(Collectors.joining("."));
  }
}
