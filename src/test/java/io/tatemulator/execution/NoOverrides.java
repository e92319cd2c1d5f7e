package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskProgress;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes over no tasks. */
final class NoOverrides implements TaskOverrides {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public List<Optional<TaskProgress>> startOverridden(List<DueTask> tasks, Instant now) {
    return Collections.nCopies(tasks.size(), Optional.empty());
  }
}
