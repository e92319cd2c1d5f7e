package io.tatemulator.execution.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskChange;
import io.tatemulator.invocation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A task from one start of the emulator to the next, which may have another duration. */
class TaskStepsTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
  private static final Duration RUNS = Duration.ofSeconds(5);

  private static TaskSteps lasting(Duration duration) {
    return new TaskSteps(new SimulationSettings(duration));
  }

  private static DueTask task(TaskStatus status, @Nullable String note) {
    return new DueTask(1, 1, status, NOW, Duration.ofMinutes(1), false, note);
  }

  @Test
  void runsAsLongAsWasSaidWhenItBegan() {
    TaskChange begun = lasting(RUNS).next(task(TaskStatus.PENDING, null), Outcome.DEFAULT, NOW);
    assertThat(begun.nextStepAt()).isEqualTo(NOW.plus(RUNS));
    Outcome noted = JsonMapper.builder().build().readValue(begun.note(), Outcome.class);

    TaskChange ended =
        lasting(Duration.ofHours(1))
            .next(task(TaskStatus.RUNNING, begun.note()), noted, NOW.plus(RUNS));

    assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
  }
}
