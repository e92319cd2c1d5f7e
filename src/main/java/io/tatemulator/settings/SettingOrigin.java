package io.tatemulator.settings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;

/** Describes where a setting comes from. */
public final class SettingOrigin {
  private SettingOrigin() {}

  /** Describes an origin, as in {@code environment variable TAT_STORAGE}. */
  public static String describe(Origin origin) {
    return origin instanceof PropertySourceOrigin propertyOrigin
        ? describe(propertyOrigin.getPropertySource(), propertyOrigin.getPropertyName())
        : inFile(origin);
  }

  /** Describes a property of a source by its name in that source. */
  static String describe(PropertySource<?> source, String name) {
    return switch (source.getName()) {
      case CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME -> "argument --" + name;
      case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME ->
          "environment variable " + name;
      case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "system property " + name;
      default -> {
        Origin origin = OriginLookup.getOrigin(source, name);
        yield origin == null ? source.getName() : inFile(origin);
      }
    };
  }

  private static String inFile(Origin origin) {
    return origin instanceof TextResourceOrigin text && text.getResource() != null
        ? path(text.getResource()) + line(text.getLocation())
        : origin.toString();
  }

  private static String path(Resource resource) {
    try {
      return resource.isFile() ? "file " + resource.getFile() : resource.getDescription();
    } catch (IOException e) {
      return resource.getDescription();
    }
  }

  private static String line(TextResourceOrigin.@Nullable Location location) {
    return location == null ? "" : " line " + (location.getLine() + 1);
  }
}
