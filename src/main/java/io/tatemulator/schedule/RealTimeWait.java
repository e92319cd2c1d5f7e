package io.tatemulator.schedule;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a move of the clock has waited for in real time.
 *
 * @param time how long it has waited
 * @param tasks the identifiers of the tasks, the first 1,000
 */
public record RealTimeWait(Duration time, List<String> tasks) {
  static final RealTimeWait NONE = new RealTimeWait(Duration.ZERO, List.of());

  private static final int MAX_TASKS = 1_000;

  static RealTimeWait of(Duration time, List<String> tasks) {
    return new RealTimeWait(time, List.copyOf(tasks));
  }

  /** Returns this, or null if there was nothing to wait for. */
  @Nullable RealTimeWait orNull() {
    return tasks.isEmpty() ? null : this;
  }

  RealTimeWait plus(RealTimeWait other) {
    if (other.tasks.isEmpty()) {
      return this;
    }
    return new RealTimeWait(
        time.plus(other.time),
        Stream.concat(tasks.stream(), other.tasks.stream()).distinct().limit(MAX_TASKS).toList());
  }
}
