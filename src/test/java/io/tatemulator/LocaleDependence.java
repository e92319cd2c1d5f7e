package io.tatemulator;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What does one thing here and another there, as the language of the host has it. */
final class LocaleDependence {
  private static final String CONSTRUCTOR = "<init>";

  private static final Map<String, Set<String>> FORMATTING =
      Map.of(
          "java.lang.String", Set.of("toUpperCase", "toLowerCase", "format", "formatted"),
          "java.util.Formatter", Set.of(CONSTRUCTOR),
          "java.util.Scanner", Set.of(CONSTRUCTOR),
          "java.io.PrintStream", Set.of("printf", "format"),
          "java.io.PrintWriter", Set.of("printf", "format"),
          "java.time.format.DateTimeFormatter",
              Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime"),
          "java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter"),
          "java.util.Calendar", Set.of("getInstance"),
          "java.util.Locale", Set.of("getDefault"));

  static final DescribedPredicate<JavaAccess<?>> PREDICATE =
      DescribedPredicate.describe(
          "depends on the host's language",
          access ->
              access instanceof JavaCodeUnitAccess<?> call
                  && !namesALocale(call)
                  && (access.getTargetOwner().getPackageName().equals("java.text")
                      || FORMATTING
                          .getOrDefault(access.getTargetOwner().getName(), Set.of())
                          .contains(access.getName())));

  private LocaleDependence() {}

  private static boolean namesALocale(JavaCodeUnitAccess<?> call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(type -> type.isEquivalentTo(Locale.class));
  }
}
