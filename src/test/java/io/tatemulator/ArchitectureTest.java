package io.tatemulator;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.testing.IndependentOfStorage;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RestController;

/** The design's rules about packages. Each ends with the reason for it. */
@IndependentOfStorage
class ArchitectureTest {
  private static final String ROOT = "io.tatemulator";
  private static final String[] FEATURES = {
    ROOT + ".command..",
    ROOT + ".invoker..",
    ROOT + ".invocation..",
    ROOT + ".instance..",
    ROOT + ".catalog..",
    ROOT + ".registration..",
    ROOT + ".tag..",
    ROOT + ".tat.."
  };
  private static final String[] OUTSIDE = {
    ROOT + ".execution..",
    ROOT + ".schedule..",
    ROOT + ".control..",
    ROOT + ".console..",
    ROOT + ".fixture..",
    ROOT + ".fault..",
    ROOT + ".client..",
    ROOT + ".junit..",
    ROOT + ".observability..",
    "org.quartz.."
  };

  @TestFactory
  Stream<DynamicTest> rules() {
    return MainClasses.tests(RULES);
  }

  private static final Map<String, ArchRule> RULES =
      Map.ofEntries(
          Map.entry(
              "the protocol depends on no feature",
              noClasses()
                  .that()
                  .resideInAPackage(ROOT + ".protocol..")
                  .should()
                  .dependOnClassesThat(
                      DescribedPredicate.describe(
                          "lie outside protocol and support",
                          (JavaClass other) ->
                              other.getPackageName().startsWith(ROOT)
                                  && !other.getPackageName().startsWith(ROOT + ".protocol")
                                  && !other.getPackageName().startsWith(ROOT + ".support")))
                  .because("the next TencentCloud API is a new folder, not a rewrite")),
          Map.entry(
              "nothing of the protocol is named after one service",
              noClasses()
                  .that()
                  .resideInAPackage(ROOT + ".protocol..")
                  .should()
                  .haveNameMatching(".*\\.[^.]*(Tat|Invo[a-z]|Command|Tag)[^.]*")
                  .because("each service has a folder of its own")),
          Map.entry(
              "features know nothing of what drives them",
              noClasses()
                  .that()
                  .resideInAnyPackage(FEATURES)
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(OUTSIDE)
                  .because("ports point inwards")),
          Map.entry(
              "the console is files alone",
              noClasses()
                  .that()
                  .resideInAPackage(ROOT + ".console..")
                  .should()
                  .dependOnClassesThat(
                      DescribedPredicate.describe(
                          "lie in another package of the project",
                          (JavaClass other) ->
                              other.getPackageName().startsWith(ROOT)
                                  && !other.getPackageName().startsWith(ROOT + ".console")))
                  .because("what it shows must be available to scripts, by the control API")),
          Map.entry(
              "support is a leaf",
              noClasses()
                  .that()
                  .resideInAPackage(ROOT + ".support..")
                  .should()
                  .dependOnClassesThat(
                      DescribedPredicate.describe(
                          "lie in another package of the project",
                          (JavaClass other) ->
                              other.getPackageName().startsWith(ROOT)
                                  && !other.getPackageName().startsWith(ROOT + ".support")))
                  .because("what every package uses must not pull anything in")),
          Map.entry(
              "query knows neither HTTP nor SQL",
              noClasses()
                  .that()
                  .resideInAPackage(ROOT + ".query..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "java.sql..",
                      "jakarta..",
                      "org.springframework..",
                      ROOT + ".persistence..",
                      ROOT + ".state..",
                      ROOT + ".tenant..",
                      ROOT + ".protocol.http..",
                      ROOT + ".protocol.wire..")
                  .because("pages and filters are answered by any store, for any protocol")),
          Map.entry(
              "only persistence accesses the database without entities",
              noClasses()
                  .that()
                  .resideOutsideOfPackage(ROOT + ".persistence..")
                  .should()
                  .dependOnClassesThat(
                      DescribedPredicate.describe(
                          "are JDBC, a stateless session or a native query",
                          (JavaClass other) ->
                              other.getPackageName().startsWith("org.springframework.jdbc")
                                  || other.getPackageName().startsWith("java.sql")
                                  || other.getPackageName().startsWith("javax.sql")
                                  || other.getName().equals("org.hibernate.StatelessSession")
                                  || other.getSimpleName().equals("NativeQuery")))
                  .orShould()
                  .callMethodWhere(
                      DescribedPredicate.describe(
                          "creates a native query",
                          call -> call.getTarget().getName().equals("createNativeQuery")))
                  .because("there is one place for each database")),
          Map.entry(
              "packages are free of cycles at every depth",
              slices()
                  .assignedFrom(new EachPackage())
                  .should()
                  .beFreeOfCycles()
                  .because("a change of one package must not come back to it")),
          Map.entry(
              "actions are final handlers",
              classes()
                  .that()
                  .resideInAPackage("..action..")
                  .and()
                  .areTopLevelClasses()
                  .and(are(notPackageInfo()))
                  .should()
                  .beAssignableTo(ActionHandler.class)
                  .andShould()
                  .haveModifier(JavaModifier.FINAL)
                  .because("a handler is named like its action and does nothing else")),
          Map.entry(
              "handlers use no repository",
              noClasses()
                  .that()
                  .resideInAPackage("..action..")
                  .should()
                  .dependOnClassesThat()
                  .areAssignableTo(Repository.class)
                  .orShould()
                  .dependOnClassesThat()
                  .resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..")
                  .because("handlers stay thin")),
          Map.entry(
              "repositories stay inside their feature",
              classes()
                  .that()
                  .areAssignableTo(Repository.class)
                  .should()
                  .bePackagePrivate()
                  .because("another feature goes through the service")),
          Map.entry(
              "only the translator words errors",
              noClasses()
                  .that()
                  .resideOutsideOfPackage(ROOT + ".protocol.error..")
                  .should()
                  .callConstructorWhere(
                      DescribedPredicate.describe(
                          "builds an error envelope",
                          call -> call.getTargetOwner().getSimpleName().equals("ErrorBody")))
                  .because("errors have one shape")),
          Map.entry(
              "routes of the control API have a package",
              classes()
                  .that()
                  .resideInAPackage(ROOT + ".control..")
                  .and()
                  .areAnnotatedWith(RestController.class)
                  .should()
                  .resideInAPackage(ROOT + ".control.route")
                  .andShould()
                  .haveSimpleNameEndingWith("Route")
                  .because("one folder shows all of them")));

  private static DescribedPredicate<JavaClass> notPackageInfo() {
    return DescribedPredicate.describe(
        "no package-info", type -> !type.getSimpleName().equals("package-info"));
  }
}
