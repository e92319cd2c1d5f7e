package io.tatemulator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The classes of the project, without those that the build generates. */
final class MainClasses {
  private static final Pattern GENERATED = Pattern.compile(".*__[^/]*\\.class");

  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What the build generates.
          .withImportOption(location -> !location.matches(GENERATED))
          .importPackages("io.tatemulator");

  private MainClasses() {}

  /** Returns a test for each rule, by its name. */
  static Stream<DynamicTest> tests(Map<String, ArchRule> rules) {
    return rules.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(ALL)));
  }
}
