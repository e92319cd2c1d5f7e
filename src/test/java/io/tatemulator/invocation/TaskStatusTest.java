package io.tatemulator.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStatusTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "PENDING: CANCELLED DELIVERING DELIVER_DELAYED DELIVER_FAILED",
        "DELIVERING: CANCELLED DELIVER_DELAYED DELIVER_FAILED RUNNING START_FAILED TASK_TIMEOUT",
        "DELIVER_DELAYED: CANCELLED DELIVERING DELIVER_FAILED",
        "RUNNING: CANCELLING FAILED START_FAILED SUCCESS TASK_TIMEOUT TIMEOUT",
        "CANCELLING: FAILED START_FAILED SUCCESS TASK_TIMEOUT TERMINATED TIMEOUT",
        "DELIVER_FAILED: ''",
        "START_FAILED: ''",
        "SUCCESS: ''",
        "FAILED: ''",
        "TIMEOUT: ''",
        "TASK_TIMEOUT: ''",
        "CANCELLED: ''",
        "TERMINATED: ''"
      })
  void transitionsOnlyToTheseStatuses(TaskStatus from, String nexts) {
    Set<String> allowed = new TreeSet<>();
    for (TaskStatus to : TaskStatus.values()) {
      if (from.canTransitionTo(to)) {
        allowed.add(to.name());
        assertThat(from.transitionTo(to)).isEqualTo(to);
      } else {
        assertThatExceptionOfType(IllegalTaskChangeException.class)
            .isThrownBy(() -> from.transitionTo(to))
            .withMessageContaining(from.name())
            .withMessageContaining(to.name());
      }
    }

    assertThat(String.join(" ", allowed)).isEqualTo(nexts);
    assertThat(from.isTerminal()).isEqualTo(nexts.isEmpty());
  }

  @Test
  void goesThroughAChainOfChangesOrNone() {
    assertThat(
            TaskStatus.PENDING.transitionTo(
                TaskStatus.DELIVERING, TaskStatus.RUNNING, TaskStatus.SUCCESS))
        .isEqualTo(TaskStatus.SUCCESS);
    assertThat(TaskStatus.RUNNING.transitionTo()).isEqualTo(TaskStatus.RUNNING);
    assertThatExceptionOfType(IllegalTaskChangeException.class)
        .isThrownBy(() -> TaskStatus.PENDING.transitionTo(TaskStatus.RUNNING, TaskStatus.SUCCESS));
  }

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  void canAlwaysComeToAnEnd(TaskStatus from) {
    Set<TaskStatus> reached = new TreeSet<>(Set.of(from));
    List<TaskStatus> all = Arrays.asList(TaskStatus.values());
    int before;
    do {
      before = reached.size();
      Stream<TaskStatus> known = List.copyOf(reached).stream();
      known.forEach(status -> all.stream().filter(status::canTransitionTo).forEach(reached::add));
    } while (reached.size() > before);

    assertThat(reached).anyMatch(TaskStatus::isTerminal);
  }
}
