package io.tatemulator.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Removes settings with a blank value, which counts as absent: {@code ${STORAGE:-}} in a compose
 * file becomes {@code TAT_STORAGE=}, which must not hide a value in a file.
 */
final class BlankSettings {
  /** Without an address, the server would listen on all interfaces. */
  private static final Pattern SERVER_SETTING =
      Pattern.compile("server[._].*", Pattern.CASE_INSENSITIVE);

  private BlankSettings() {}

  static void remove(MutablePropertySources sources) {
    for (PropertySource<?> source : sources) {
      if (source instanceof EnumerablePropertySource<?> enumerable && hasBlank(enumerable)) {
        sources.replace(source.getName(), withoutBlank(enumerable));
      }
    }
  }

  private static boolean hasBlank(EnumerablePropertySource<?> source) {
    for (String name : source.getPropertyNames()) {
      if (isBlank(source, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(EnumerablePropertySource<?> source, String name) {
    return (SettingNames.isSetting(source, name) || SERVER_SETTING.matcher(name).matches())
        && source.getProperty(name) instanceof CharSequence text
        && text.toString().isBlank();
  }

  private static PropertySource<?> withoutBlank(EnumerablePropertySource<?> source) {
    boolean isEnvironment = source instanceof SystemEnvironmentPropertySource;
    Map<String, Object> remaining = new LinkedHashMap<>();
    for (String name : source.getPropertyNames()) {
      Object value = source.getProperty(name);
      if (value != null && !isBlank(source, name)) {
        remaining.put(
            name, isEnvironment ? value : tracked(value, OriginLookup.getOrigin(source, name)));
      }
    }
    return isEnvironment
        ? new SystemEnvironmentPropertySource(source.getName(), remaining)
        : new OriginTrackedMapPropertySource(source.getName(), remaining);
  }

  private static Object tracked(Object value, @Nullable Origin origin) {
    return origin == null ? value : OriginTrackedValue.of(value, origin);
  }
}
