package io.tatemulator.rule;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the stores of rules. */
@Component
public final class RuleStores {
  private final RuleRepository rows;
  private final EntityManager entities;
  private final TransactionOperations transaction;

  RuleStores(RuleRepository rows, EntityManager entities, TransactionOperations transaction) {
    this.rows = rows;
    this.entities = entities;
    this.transaction = transaction;
  }

  /**
   * Opens the store of a kind; only one component may use it.
   *
   * @param kind its name in the database
   * @param type the type of its rules
   */
  public <R> RuleStore<R> open(String kind, Class<R> type) {
    return new RuleStore<>(new RuleTable<>(kind, type, rows, entities), transaction);
  }
}
