package io.tatemulator.execution.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskDetails;
import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A task from one start of the emulator to the next, which may have another duration. */
class SimulatedExecutorTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
  private static final Duration RUNS = Duration.ofSeconds(5);

  private static SimulatedExecutor lasting(Duration duration) {
    OutcomeRules noRules = mock(OutcomeRules.class);
    when(noRules.isEmpty()).thenReturn(true);
    OutcomeChoice choice =
        new OutcomeChoice(mock(TaskDetails.class), noRules, mock(MatchedOutcomes.class));
    return new SimulatedExecutor(choice, new SimulationSettings(duration));
  }

  private static List<DueTask> task(TaskStatus status, @Nullable String state) {
    return List.of(
        new DueTask(
            1, 1, 1, "ins-yx05ky8j", status, NOW, NOW, Duration.ofMinutes(1), false, null, state));
  }

  @Test
  void runsAsLongAsWasSaidWhenItBegan() {
    TaskProgress begun = lasting(RUNS).start(task(TaskStatus.PENDING, null), NOW).get(0);
    assertThat(begun.nextStepAt()).isEqualTo(NOW.plus(RUNS));

    TaskProgress ended =
        lasting(Duration.ofHours(1))
            .poll(task(TaskStatus.RUNNING, begun.executorState()), NOW.plus(RUNS))
            .get(0);

    assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
  }
}
