package io.tatemulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskExecutor;
import io.tatemulator.invocation.TaskStore;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.time.DueWork;
import org.junit.jupiter.api.Test;

/** The rules for executors and their caller. Each ends with the reason for it. */
@IndependentOfStorage
class ExecutorRulesTest {
  private static final String DISPATCHER = "io.tatemulator.execution";
  private static final String EXECUTORS = DISPATCHER + ".*..";

  @Test
  void onlyTheDispatcherCallsExecutors() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DISPATCHER)
        .and(are(DescribedPredicate.not(assignableTo(TaskExecutor.class))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(TaskExecutor.class)
        .because("a call belongs to a transaction that may be repeated")
        .check(MainClasses.ALL);
  }

  @Test
  void executorsStoreNoTasks() {
    noClasses()
        .that()
        .resideInAPackage(EXECUTORS)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(TaskStore.class, TaskChange.class, DueWork.class)
        .because("the dispatcher polls, isolates, times out and stores for every executor")
        .check(MainClasses.ALL);
  }

  @Test
  void theDispatcherKnowsNoExecutor() {
    noClasses()
        .that()
        .resideInAPackage(DISPATCHER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(EXECUTORS)
        .because("another executor is another package, and nothing else changes")
        .check(MainClasses.ALL);
  }

  @Test
  void executorsDoNotKnowEachOther() {
    slices()
        .matching(DISPATCHER + ".(*)..")
        .should()
        .notDependOnEachOther()
        .because("each serves its own instances")
        .check(MainClasses.ALL);
  }
}
