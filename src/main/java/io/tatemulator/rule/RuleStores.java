package io.tatemulator.rule;

import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.persistence.ConditionalUpdates;
import io.tatemulator.persistence.Nodes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the stores of rules. */
@Component
public final class RuleStores {
  private final RuleRepository rows;
  private final BulkWriter writer;
  private final ConditionalUpdates updates;
  private final Nodes nodes;
  private final TransactionOperations transaction;

  RuleStores(
      RuleRepository rows,
      BulkWriter writer,
      ConditionalUpdates updates,
      Nodes nodes,
      TransactionOperations transaction) {
    this.rows = rows;
    this.writer = writer;
    this.updates = updates;
    this.nodes = nodes;
    this.transaction = transaction;
  }

  /**
   * Opens the store of a kind; only one component may use it.
   *
   * @param kind its name in the database
   * @param type the type of its rules
   */
  public <R> RuleStore<R> open(String kind, Class<R> type) {
    return new RuleStore<>(new RuleTable<>(kind, type, rows, writer, updates), nodes, transaction);
  }
}
