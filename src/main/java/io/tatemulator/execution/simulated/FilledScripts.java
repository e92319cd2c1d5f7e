package io.tatemulator.execution.simulated;

import io.tatemulator.invocation.RunParameters;
import io.tatemulator.invocation.TaskDetail;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tasks run, their parameters filled in. Worked out when it is asked for, once for all tasks
 * of an invocation that are asked about one after the other, and then forgotten: a thousand filled
 * scripts may have a gigabyte.
 */
final class FilledScripts {
  private long invocationId;
  private @Nullable RunParameters parameters;
  private @Nullable Boolean canBeFilled;
  private @Nullable Map<String, String> values;
  private @Nullable String script;

  /** Whether the script of a task has a size that can be run. */
  boolean canBeFilled(TaskDetail task) {
    RunParameters of = parametersOf(task);
    if (canBeFilled == null) {
      canBeFilled = of.canBeFilled();
    }
    return canBeFilled;
  }

  /** The custom parameters of a task. */
  Map<String, String> values(TaskDetail task) {
    RunParameters of = parametersOf(task);
    if (values == null) {
      values = of.values();
    }
    return values;
  }

  /** The script of a task, which can be filled. */
  String script(TaskDetail task) {
    RunParameters of = parametersOf(task);
    if (script == null) {
      script = of.script().orElseThrow();
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
