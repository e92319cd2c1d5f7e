package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.RunParameters;
import io.tatemulator.invocation.TaskDetail;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of tasks with their parameters filled in. Computed on demand, once for consecutive
 * tasks of the same invocation, and cached for one invocation only: a thousand filled scripts may
 * take a gigabyte.
 */
final class FilledScripts {
  private long invocationId;
  private @Nullable RunParameters parameters;
  private @Nullable Boolean canBeFilled;
  private @Nullable Map<String, String> values;
  private @Nullable String script;

  /** Returns whether the filled script of a task is within the size limit. */
  boolean canBeFilled(TaskDetail task) {
    RunParameters runParameters = parametersOf(task);
    if (canBeFilled == null) {
      canBeFilled = runParameters.canBeFilled();
    }
    return canBeFilled;
  }

  /** Returns the custom parameters of a task. */
  Map<String, String> values(TaskDetail task) {
    RunParameters runParameters = parametersOf(task);
    if (values == null) {
      values = runParameters.values();
    }
    return values;
  }

  /** Returns the script of a task that can be filled. */
  String script(TaskDetail task) {
    RunParameters runParameters = parametersOf(task);
    if (script == null) {
      script = runParameters.script().orElseThrow();
    }
    return script;
  }

  private RunParameters parametersOf(TaskDetail task) {
    if (parameters == null || invocationId != task.invocationId()) {
      invocationId = task.invocationId();
      parameters = task.parameters();
      canBeFilled = null;
      values = null;
      script = null;
    }
    return parameters;
  }
}
