package io.tatemulator.retention;

import io.tatemulator.retention.OldInvocationRepository.RecordIds;
import io.tatemulator.retention.OldInvocationRepository.TaskCount;
import io.tatemulator.retention.OldInvocationRepository.Times;
import io.tatemulator.tenant.RowCounters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes a tenant's invocations with their tasks and records, always the oldest: so the remaining
 * records of an invoker have no gap, and their ordinals give their number. An invocation that has
 * not ended protects all that began after it.
 */
@Component
final class OldInvocations {
  private static final int MAX_INVOCATIONS = 500;
  private static final int MAX_TASKS = 2_000;

  private final OldInvocationRepository repository;
  private final RowCounters counters;
  private final TransactionOperations transaction;

  OldInvocations(
      OldInvocationRepository repository, RowCounters counters, TransactionOperations transaction) {
    this.repository = repository;
    this.counters = counters;
    this.transaction = transaction;
  }

  /** Returns a tenant's oldest invocation; empty when there is none. */
  Optional<Times> oldest(long tenantId) {
    return repository.findOldest(tenantId, 1).stream().findFirst();
  }

  /**
   * Removes a batch of the invocations that ended before an instant.
   *
   * @return whether there were any
   */
  boolean removeBatch(long tenantId, Instant instant) {
    return Boolean.TRUE.equals(transaction.execute(status -> remove(tenantId, instant)));
  }

  private boolean remove(long tenantId, Instant instant) {
    List<Times> ended =
        repository.findOldest(tenantId, MAX_INVOCATIONS).stream()
            .takeWhile(row -> row.endedBefore(instant))
            .toList();
    List<Times> batch = limitTasks(ended);
    if (batch.isEmpty()) {
      return false;
    }
    Long[] ids = batch.stream().map(Times::id).toArray(Long[]::new);
    int records = repository.removeRecords(records(tenantId, batch));
    int tasks = repository.removeTasks(ids);
    int invocations = repository.removeInvocations(ids);
    counters.subtract(tenantId, new RowCounters.Delta(invocations, tasks, records));
    return true;
  }

  /** Returns the first rows within the task limit; at least one, since it cannot be divided. */
  private List<Times> limitTasks(List<Times> rows) {
    Long[] ids = rows.stream().map(Times::id).toArray(Long[]::new);
    Map<Long, Long> tasks =
        repository.countTasks(ids).stream()
            .collect(Collectors.toMap(TaskCount::invocationId, TaskCount::tasks));
    List<Times> limited = new ArrayList<>();
    long sum = 0;
    for (Times row : rows) {
      sum += tasks.getOrDefault(row.id(), 0L);
      if (sum > MAX_TASKS && !limited.isEmpty()) {
        break;
      }
      limited.add(row);
    }
    return limited;
  }

  private Long[] records(long tenantId, List<Times> batch) {
    Set<Long> removed = batch.stream().map(Times::id).collect(Collectors.toSet());
    Instant from = batch.get(0).createdAt();
    Instant until = batch.get(batch.size() - 1).createdAt();
    return repository.findRecords(tenantId, from, until).stream()
        .filter(record -> removed.contains(record.invocationId()))
        .map(RecordIds::id)
        .toArray(Long[]::new);
  }
}
