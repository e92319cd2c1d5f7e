package io.tatemulator.storage;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the books in which rules are kept. */
@Component
@DependsOnDatabaseInitialization
public final class RuleBooks {
  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;

  RuleBooks(JdbcTemplate jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * The book of a kind; whoever opens it is its only owner.
   *
   * @param kind its name in the database
   * @param type its rules
   */
  public <R> RuleBook<R> open(String kind, Class<R> type) {
    return new RuleBook<>(kind, type, jdbc, transaction);
  }
}
