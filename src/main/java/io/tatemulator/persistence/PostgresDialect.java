package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The SQL of PostgreSQL. */
final class PostgresDialect implements SqlDialect {
  /** The class of failures of a connection. */
  private static final String CONNECTION_FAILURE = "08";

  /**
   * The server is shutting down, has crashed or is not ready yet; has become a standby; or its disk
   * is full.
   */
  private static final Set<String> UNUSABLE = Set.of("57P01", "57P02", "57P03", "25006", "53100");

  @Override
  public String scripts() {
    return "postgresql";
  }

  @Override
  public String nextValue(String sequence) {
    return "select nextval('" + sequence + "')";
  }

  @Override
  public Optional<String> dropAll() {
    return Optional.empty();
  }

  @Override
  public boolean truncatesInTransactions() {
    return true;
  }

  @Override
  public boolean breaksConnection(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(CONNECTION_FAILURE) || UNUSABLE.contains(state);
  }
}
