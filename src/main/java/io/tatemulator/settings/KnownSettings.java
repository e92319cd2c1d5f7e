package io.tatemulator.settings;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/**
 * Looks up the names of all settings, which it reads from the records that bind them. A name
 * contains {@value #ITEM} for the index of a list item.
 */
final class KnownSettings {
  static final String ROOT = "tat";

  private static final String ITEM = "[*]";
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
  private static final Pattern VARIABLE_INDEX = Pattern.compile("_\\d+(?=_|$)");
  private static final String VARIABLE_ITEM = "_*";

  private final SortedSet<String> names = new TreeSet<>();

  /** Reads the settings of records annotated with {@link ConfigurationProperties}. */
  KnownSettings(Collection<Class<?>> records) {
    for (Class<?> type : records) {
      addComponents(type.getAnnotation(ConfigurationProperties.class).value(), type);
    }
  }

  private void addComponents(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
      ResolvableType componentType = ResolvableType.forType(component.getGenericType());
      Class<?> item = componentType.getGeneric().resolve(Object.class);
      if (!List.class.isAssignableFrom(component.getType())) {
        add(name, component.getType());
      } else {
        add(name + ITEM, item);
        // All items in one value, separated by commas. The binder validates them later.
        names.add(name);
      }
    }
  }

  private void add(String name, Class<?> type) {
    if (type.isRecord()) {
      addComponents(name, type);
    } else {
      names.add(name);
    }
  }

  /** Returns whether a property has the name of a setting, in any spelling that is bound. */
  boolean hasProperty(String property) {
    String normalized = uniform(property);
    return names.stream().anyMatch(name -> uniform(name).equals(normalized));
  }

  /** Returns whether an environment variable has the name of a setting. */
  boolean hasVariable(String variable) {
    String normalized = VARIABLE_INDEX.matcher(variable).replaceAll(VARIABLE_ITEM);
    return names.stream().flatMap(KnownSettings::variables).anyMatch(normalized::equalsIgnoreCase);
  }

  /** Returns the setting with the name nearest to an unknown property. */
  Optional<String> nearestProperty(String property) {
    Matcher index = INDEX.matcher(property);
    String item = index.find() ? index.group() : "[0]";
    return Spelling.nearest(
        property, names.stream().map(name -> name.replace(ITEM, item)).toList());
  }

  /** Returns the environment variable with the name nearest to an unknown one. */
  Optional<String> nearestVariable(String variable) {
    Matcher index = VARIABLE_INDEX.matcher(variable);
    String item = index.find() ? index.group() : "_0";
    return Spelling.nearest(
        variable.toUpperCase(Locale.ROOT),
        names.stream()
            .flatMap(name -> variables(name).limit(1))
            .map(name -> name.replace(VARIABLE_ITEM, item))
            .toList());
  }

  /** Normalizes a name, so that all spellings (case, hyphens, underscores) are equal. */
  static String uniform(String name) {
    return INDEX
        .matcher(name)
        .replaceAll(Matcher.quoteReplacement(ITEM))
        .replaceAll("[-_]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Returns the variables bound to a setting: its hyphens become underscores or are removed. */
  static Stream<String> variables(String name) {
    String flat = name.replace(ITEM, VARIABLE_ITEM).replace('.', '_').toUpperCase(Locale.ROOT);
    return Stream.of(flat.replace('-', '_'), flat.replace("-", ""));
  }
}
