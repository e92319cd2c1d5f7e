package io.tatemulator.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InvocationStatusTest {
  private static final TaskStatus[] TASKS = TaskStatus.values();

  @ParameterizedTest
  @CsvSource({
    "PENDING, PENDING",
    "DELIVERING, PENDING",
    "DELIVER_DELAYED, PENDING",
    "DELIVER_FAILED, FAILED",
    "START_FAILED, FAILED",
    "RUNNING, RUNNING",
    "SUCCESS, SUCCESS",
    "FAILED, FAILED",
    "TIMEOUT, TIMEOUT",
    "TASK_TIMEOUT, TIMEOUT",
    "CANCELLING, CANCELLING",
    "CANCELLED, CANCELLED",
    // Terraform waits for SUCCESS or CANCELLED when it destroys an invocation.
    "TERMINATED, CANCELLED"
  })
  void ofOneTaskFollowsThatTask(TaskStatus task, InvocationStatus expected) {
    assertThat(InvocationStatus.of(List.of(task))).isEqualTo(expected);
    assertThat(InvocationStatus.of(Collections.nCopies(200, task))).isEqualTo(expected);
    assertThat(expected.isTerminal()).isEqualTo(task.isTerminal());
  }

  // The thirteen columns are the statuses in the order of their declaration, as are the rows.
  @ParameterizedTest
  @CsvSource({
    "PENDING,         W W W R R R R R R R C R R",
    "DELIVERING,      W W W R R R R R R R C R R",
    "DELIVER_DELAYED, W W W R R R R R R R C R R",
    "DELIVER_FAILED,  R R R F F R P F F F C Q Q",
    "START_FAILED,    R R R F F R P F F F C Q Q",
    "RUNNING,         R R R R R R R R R R C R R",
    "SUCCESS,         R R R P P R S P P P C Q Q",
    "FAILED,          R R R F F R P F F F C Q Q",
    "TIMEOUT,         R R R F F R P F T T C Q Q",
    "TASK_TIMEOUT,    R R R F F R P F T T C Q Q",
    "CANCELLING,      C C C C C C C C C C C C C",
    "CANCELLED,       R R R Q Q R Q Q Q Q C X X",
    "TERMINATED,      R R R Q Q R Q Q Q Q C X X"
  })
  void ofTwoTasksFollowsBoth(TaskStatus one, String expected) {
    List<InvocationStatus> row =
        Arrays.stream(TASKS).map(other -> InvocationStatus.of(List.of(one, other))).toList();

    assertThat(row)
        .isEqualTo(Arrays.stream(expected.split(" ")).map(InvocationStatusTest::named).toList());
  }

  private static InvocationStatus named(String letter) {
    return switch (letter) {
      case "W" -> InvocationStatus.PENDING;
      case "R" -> InvocationStatus.RUNNING;
      case "C" -> InvocationStatus.CANCELLING;
      case "S" -> InvocationStatus.SUCCESS;
      case "T" -> InvocationStatus.TIMEOUT;
      case "F" -> InvocationStatus.FAILED;
      case "X" -> InvocationStatus.CANCELLED;
      case "P" -> InvocationStatus.PARTIAL_FAILED;
      case "Q" -> InvocationStatus.PARTIAL_CANCELLED;
      default -> throw new IllegalArgumentException(letter);
    };
  }

  @Test
  void dependsOnTheSetOfTaskStatusesOnly() {
    for (int set = 1; set < 1 << TASKS.length; set++) {
      EnumSet<TaskStatus> statuses = EnumSet.noneOf(TaskStatus.class);
      for (int bit = 0; bit < TASKS.length; bit++) {
        if ((set >> bit & 1) == 1) {
          statuses.add(TASKS[bit]);
        }
      }
      InvocationStatus expected = InvocationStatus.of(statuses);
      List<TaskStatus> twice = new ArrayList<>(statuses);
      Collections.reverse(twice);
      twice.addAll(statuses);

      assertThat(InvocationStatus.of(twice)).isEqualTo(expected);
      assertThat(expected.isTerminal())
          .isEqualTo(statuses.stream().allMatch(TaskStatus::isTerminal));
    }
  }

  @ParameterizedTest
  @EnumSource(InvocationStatus.class)
  void everyStatusFollowsFromSomePairOfTasks(InvocationStatus status) {
    assertThat(Arrays.stream(TASKS))
        .anyMatch(
            one ->
                Arrays.stream(TASKS)
                    .anyMatch(other -> InvocationStatus.of(List.of(one, other)) == status));
  }
}
