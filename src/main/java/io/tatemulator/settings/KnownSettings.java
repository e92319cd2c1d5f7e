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
 * The names of all settings, as the records that take them have them. An item of a list is written
 * with {@value #ITEM} for its number.
 */
final class KnownSettings {
  static final String ROOT = "tat";

  private static final String ITEM = "[*]";
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
  private static final Pattern VARIABLE_INDEX = Pattern.compile("_\\d+(?=_|$)");
  private static final String VARIABLE_ITEM = "_*";

  private final SortedSet<String> names = new TreeSet<>();

  /** Those of records that are annotated with {@link ConfigurationProperties}. */
  KnownSettings(Collection<Class<?>> records) {
    for (Class<?> type : records) {
      addComponents(type.getAnnotation(ConfigurationProperties.class).value(), type);
    }
  }

  private void addComponents(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
      ResolvableType held = ResolvableType.forType(component.getGenericType());
      Class<?> item = held.getGeneric().resolve(Object.class);
      if (!List.class.isAssignableFrom(component.getType())) {
        add(name, component.getType());
      } else {
        add(name + ITEM, item);
        // All items in one value, with commas between them. Whether they can be is found out later.
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

  /** Whether a property has the name of a setting, in any of the spellings that are bound. */
  boolean hasProperty(String property) {
    String wanted = uniform(property);
    return names.stream().anyMatch(name -> uniform(name).equals(wanted));
  }

  /** Whether an environment variable has the name of a setting. */
  boolean hasVariable(String variable) {
    String wanted = VARIABLE_INDEX.matcher(variable).replaceAll(VARIABLE_ITEM);
    return names.stream().flatMap(KnownSettings::variables).anyMatch(wanted::equalsIgnoreCase);
  }

  /** The setting that a property was probably meant to be. */
  Optional<String> nearestProperty(String property) {
    Matcher index = INDEX.matcher(property);
    String item = index.find() ? index.group() : "[0]";
    return Spelling.nearest(
        property, names.stream().map(name -> name.replace(ITEM, item)).toList());
  }

  /** The setting that an environment variable was probably meant to be, as a variable. */
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

  /** A name as all spellings of it are, case, hyphens and underscores aside. */
  private static String uniform(String name) {
    return INDEX
        .matcher(name)
        .replaceAll(Matcher.quoteReplacement(ITEM))
        .replaceAll("[-_]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The variables that are bound to a setting: hyphens may be underscores, or left out. */
  private static Stream<String> variables(String name) {
    String flat = name.replace(ITEM, VARIABLE_ITEM).replace('.', '_').toUpperCase(Locale.ROOT);
    return Stream.of(flat.replace('-', '_'), flat.replace("-", ""));
  }
}
