package io.tatemulator.support;

import java.util.stream.Collectors;
import tools.jackson.databind.DatabindException;

/** Locates binding errors in a JSON text. */
public final class JsonPaths {
  private JsonPaths() {}

  /** Returns the path of an error, such as {@code rules.0.match.nth}; empty for the root. */
  public static String of(DatabindException failure) {
    return failure.getPath().stream()
        .map(
            part ->
                part.getPropertyName() == null
                    ? Integer.toString(part.getIndex())
                    : part.getPropertyName())
        .collect(Collectors.joining("."));
  }
}
