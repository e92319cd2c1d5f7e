package io.tatemulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import io.tatemulator.testing.IndependentOfStorage;
import org.junit.jupiter.api.Test;

/** What the public Java API depends on. */
@IndependentOfStorage
class ClientArchitectureTest {
  private static final String ROOT = "io.tatemulator";
  private static final String CLIENT = ROOT + ".client..";
  private static final String JUNIT = ROOT + ".junit..";

  @Test
  void theClientHasItsOwnModel() {
    classes()
        .that()
        .resideInAPackage(CLIENT)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify.annotations..",
            CLIENT)
        .because("it controls emulators in other processes, over HTTP")
        .check(MainClasses.ALL);
  }

  @Test
  void theClientExposesNoJackson() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(CLIENT)
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .arePublic()
        .should()
        .notHaveRawReturnType(resideInAPackage("tools.jackson.."))
        .because("programs use it with whatever JSON library they have")
        .check(MainClasses.ALL);
  }

  @Test
  void theExtensionUsesTheClientAndTheEmbeddingApi() {
    classes()
        .that()
        .resideInAPackage(JUNIT)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons.support..",
            "org.springframework..",
            "org.jspecify.annotations..",
            ROOT,
            CLIENT,
            JUNIT)
        .because("every user of TatEmulator can do what it does")
        .check(MainClasses.ALL);
  }
}
