package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.Set;

/** The SQL of PostgreSQL. */
final class PostgresDialect implements SqlDialect {
  /** The class of failures of a connection. */
  private static final String CONNECTION_FAILURE = "08";

  /** The server is shutting down, has crashed or is not ready yet. */
  private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P03");

  /** A transaction that writes was sent to a server that has become a standby. */
  private static final String READ_ONLY = "25006";

  @Override
  public String scripts() {
    return "postgresql";
  }

  @Override
  public String nextValue(String sequence) {
    return "select nextval('" + sequence + "')";
  }

  /** Such an interrupted creation has no other tables, since a creation is one transaction. */
  @Override
  public String dropAll() {
    return "drop table \"flyway_schema_history\"";
  }

  @Override
  public boolean breaksConnection(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(CONNECTION_FAILURE)
        || SERVER_GONE.contains(state)
        || state.equals(READ_ONLY);
  }
}
