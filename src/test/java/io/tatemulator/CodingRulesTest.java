package io.tatemulator;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.tatemulator.testing.IndependentOfStorage;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Rules about the libraries and the means that code uses. Each ends with the reason for it. */
@IndependentOfStorage
class CodingRulesTest {
  private static final String ROOT = "io.tatemulator";

  @TestFactory
  Stream<DynamicTest> rules() {
    return MainClasses.tests(RULES);
  }

  private static final Map<String, ArchRule> RULES =
      Map.ofEntries(
          Map.entry(
              "transactions are opened in the code",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "org.springframework.transaction.annotation..",
                      "org.springframework.transaction.event..",
                      "jakarta.transaction..")
                  .because("nothing looks for the annotations, so they would do nothing")),
          Map.entry(
              "only the clock reads the host's clock",
              noClasses()
                  .that()
                  .resideOutsideOfPackages(ROOT + ".time..", ROOT + ".observability..")
                  .should()
                  .accessTargetWhere(HostClockReads.PREDICATE)
                  .because("time travel stays true")),
          Map.entry(
              "nothing depends on the host's language",
              noClasses()
                  .should()
                  .accessTargetWhere(LocaleDependence.PREDICATE)
                  .because("FRI in lower case is not fri everywhere, nor is 7 always 7")),
          Map.entry(
              "no field is injected",
              fields()
                  .should()
                  .notBeAnnotatedWith(Autowired.class)
                  .andShould()
                  .notBeAnnotatedWith(Value.class)
                  .because("a class shows what it needs in its constructor")),
          Map.entry(
              "no setting comes by @Value",
              constructors()
                  .that(
                      DescribedPredicate.describe(
                          "take an @Value",
                          constructor ->
                              constructor.getParameters().stream()
                                  .anyMatch(parameter -> parameter.isAnnotatedWith(Value.class))))
                  .should(ArchConditions.bePrivate())
                  .allowEmptyShould(true)
                  .because("settings come as @ConfigurationProperties records")),
          Map.entry(
              "settings are records",
              classes()
                  .that()
                  .areAnnotatedWith(ConfigurationProperties.class)
                  .should()
                  .beRecords()
                  .andShould()
                  .haveSimpleNameEndingWith("Settings")
                  .because(
                      "a setting does not change while the emulator runs, and one suffix finds all")),
          Map.entry(
              "only QuartzAlarm uses Quartz",
              noClasses()
                  .that()
                  .doNotHaveSimpleName("QuartzAlarm")
                  .and(are(notNestedIn("QuartzAlarm")))
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("org.quartz..")
                  .because("Quartz only wakes us; our table is the truth")),
          Map.entry(
              "only Crontab knows cron-utils",
              noClasses()
                  .that()
                  .doNotHaveSimpleName("Crontab")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("com.cronutils..")
                  .because("there is one reading of a crontab")),
          Map.entry(
              "only the extension knows JUnit",
              noClasses()
                  .that()
                  .resideOutsideOfPackage(ROOT + ".junit..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("org.junit..")
                  .because("the emulator runs where there is no JUnit")),
          Map.entry(
              "Jackson is the third",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("com.fasterxml.jackson.databind..")
                  .because("two Jacksons would read one text in two ways")));

  private static DescribedPredicate<JavaClass> notNestedIn(String name) {
    return DescribedPredicate.describe(
        "not nested in " + name,
        type ->
            type.getEnclosingClass()
                .map(outer -> !outer.getSimpleName().equals(name))
                .orElse(true));
  }
}
