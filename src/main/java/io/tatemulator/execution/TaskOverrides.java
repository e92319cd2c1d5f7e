package io.tatemulator.execution;

import io.tatemulator.invocation.DueTask;
import io.tatemulator.invocation.TaskProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes new tasks over from the executors of their instances. The executor with the {@linkplain
 * #name name} gets the later calls for them.
 */
public interface TaskOverrides {
  /** Returns the name of the executor that continues the tasks. */
  String name();

  /**
   * Starts those tasks that are taken over, in the transaction that stores their progress.
   *
   * @return the progress of each task in order; empty for one that is left to its executor
   */
  List<Optional<TaskProgress>> startOverridden(List<DueTask> tasks, Instant now);
}
