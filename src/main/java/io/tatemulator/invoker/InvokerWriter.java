package io.tatemulator.invoker;

import static io.tatemulator.storage.InstantConverter.millis;

import io.tatemulator.storage.LastEvents;
import io.tatemulator.tag.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Inserts new invokers in batches; {@link Invoker} reads and changes them. */
@Component
class InvokerWriter {
  private static final String INSERT =
      "insert into invoker (id, tenant_id, number, name, type, command_id, username, parameters, instance_ids, policy,"
          + " recurrence, invoke_at, enabled, next_fire_at, created_at, updated_at, version)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, 0)";

  private static final String INSERT_TAG =
      "insert into invoker_tag (invoker_id, place, tag_key, tag_value) values (?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;

  InvokerWriter(JdbcTemplate jdbc, LastEvents lastEvents, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
  }

  void write(List<NewInvoker> invokers) {
    transaction.executeWithoutResult(
        status -> {
          insert(invokers);
          raiseLastEvents(invokers);
        });
  }

  /** Inserts an invoker of the initial state, in the running transaction. */
  void declare(NewInvoker invoker) {
    insert(List.of(invoker));
  }

  /** Records the latest creation time; they differ, since requests wait for the batch. */
  private void raiseLastEvents(List<NewInvoker> invokers) {
    invokers.stream()
        .map(NewInvoker::createdAt)
        .max(Comparator.naturalOrder())
        .ifPresent(
            last -> lastEvents.raise(invokers.stream().map(NewInvoker::tenantId).toList(), last));
  }

  private void insert(List<NewInvoker> invokers) {
    jdbc.batchUpdate(INSERT, invokers.stream().map(InvokerWriter::row).toList());
    List<Object[]> tags = new ArrayList<>();
    invokers.forEach(invoker -> addTags(invoker, tags));
    if (!tags.isEmpty()) {
      jdbc.batchUpdate(INSERT_TAG, tags);
    }
  }

  private static @Nullable Object[] row(NewInvoker invoker) {
    InvokerDraft draft = invoker.draft();
    Schedule schedule = invoker.schedule();
    long createdAt = invoker.createdAt().toEpochMilli();
    return new @Nullable Object[] {
      invoker.id(),
      invoker.tenantId(),
      invoker.number(),
      draft.name(),
      draft.type(),
      invoker.commandRow(),
      draft.username(),
      draft.parameters(),
      new InstanceIdsConverter().convertToDatabaseColumn(draft.instanceIds()),
      schedule.policy().name(),
      schedule.recurrence(),
      millis(schedule.invokeAt()),
      millis(invoker.nextFireAt()),
      createdAt,
      createdAt
    };
  }

  private static void addTags(NewInvoker invoker, List<Object[]> tags) {
    int position = 0;
    for (Tag tag : invoker.draft().tags()) {
      tags.add(new Object[] {invoker.id(), position++, tag.key(), tag.value()});
    }
  }
}
