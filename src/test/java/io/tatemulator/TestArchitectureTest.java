package io.tatemulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tatemulator.testing.IndependentOfStorage;
import org.junit.jupiter.api.Test;

/** Rules for the tests themselves. */
@IndependentOfStorage
class TestArchitectureTest {
  @Test
  void testsNeverSleep() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.tatemulator");

    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "sleeps",
                call ->
                    call.getName().equals("sleep")
                        && call.getTargetOwner().isEquivalentTo(Thread.class)))
        .because("the clock can be moved, and Awaitility waits no longer than it must")
        .check(tests);
  }
}
