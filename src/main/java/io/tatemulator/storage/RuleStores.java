package io.tatemulator.storage;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the stores of rules. */
@Component
@DependsOnDatabaseInitialization
public final class RuleStores {
  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;

  RuleStores(JdbcTemplate jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Opens the store of a kind; only one component may use it.
   *
   * @param kind its name in the database
   * @param type the type of its rules
   */
  public <R> RuleStore<R> open(String kind, Class<R> type) {
    return new RuleStore<>(kind, type, jdbc, transaction);
  }
}
