package io.tatemulator.invocation;

import io.tatemulator.invocation.NewInvocation.Target;
import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.RowCounters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes new invocations and their tasks in batches, in the current transaction. */
@Component
public class InvocationWriter {
  private final BulkWriter writer;
  private final RowCounters counters;
  private final LastEvents lastEvents;
  private final TaskEvents taskEvents;

  InvocationWriter(
      BulkWriter writer, RowCounters counters, LastEvents lastEvents, TaskEvents taskEvents) {
    this.writer = writer;
    this.counters = counters;
    this.lastEvents = lastEvents;
    this.taskEvents = taskEvents;
  }

  /**
   * Inserts invocations. A task whose instance is unreachable is inserted as failed; the others are
   * due at once.
   */
  public void write(List<NewInvocation> invocations) {
    List<InvocationTask> tasks = new ArrayList<>(invocations.size());
    Map<Long, RowCounters.Delta> written = new HashMap<>();
    for (NewInvocation invocation : invocations) {
      invocation.targets().forEach(target -> tasks.add(new InvocationTask(invocation, target)));
      written.merge(
          invocation.tenantId(),
          new RowCounters.Delta(1, invocation.targets().size(), 0),
          RowCounters.Delta::plus);
    }
    writer.insert(invocations.stream().map(Invocation::new).toList());
    writer.insert(tasks);
    counters.add(written);
    invocations.forEach(invocation -> lastEvents.raise(invocation.tenantId(), invocation.at()));
    publishFailures(invocations);
  }

  private void publishFailures(List<NewInvocation> invocations) {
    Map<TaskStatus, Integer> failures = new EnumMap<>(TaskStatus.class);
    invocations.stream()
        .flatMap(invocation -> invocation.targets().stream())
        .map(Target::firstStatus)
        .filter(TaskStatus::isTerminal)
        .forEach(status -> failures.merge(status, 1, Integer::sum));
    taskEvents.publishAfterCommit(failures);
  }
}
