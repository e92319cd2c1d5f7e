package io.tatemulator.instance;

import io.tatemulator.persistence.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs the tasks of an instance, where that has been declared.
 *
 * @param key the instance
 * @param executor what runs its tasks; null for that of {@code tat.execution.mode}
 * @param exec the arguments that run before the interpreter of a script; empty for none
 */
public record AssignedExecutor(
    Instance.Key key, Instance.@Nullable Executor executor, List<String> exec) {
  /** Creates one from its columns. */
  AssignedExecutor(
      long tenantId,
      String instanceId,
      Instance.@Nullable Executor executor,
      @Nullable String exec) {
    this(
        new Instance.Key(tenantId, instanceId),
        executor,
        exec == null ? List.of() : JsonText.readList(exec, String.class));
  }
}
