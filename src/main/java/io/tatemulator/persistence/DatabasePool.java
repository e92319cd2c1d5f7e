package io.tatemulator.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection pool of a database; closing it closes the database. */
final class DatabasePool extends HikariDataSource {
  private static final Logger LOG = LoggerFactory.getLogger(DatabasePool.class);

  private final DataSource database;
  private final boolean inMemory;
  private final SqlDialect sql;

  DatabasePool(DataSource database, boolean inMemory, DatabaseFailures failures, SqlDialect sql) {
    this.database = database;
    this.inMemory = inMemory;
    this.sql = sql;
    setPoolName("tat");
    setDataSource(database);
    setExceptionOverride(failures);
    // H2 itself reports a connection as valid even when its database is closed.
    setConnectionTestQuery(sql.connectionTest());
  }

  /** Returns the database without the pool, for connections before the pool has any. */
  DataSource database() {
    return database;
  }

  /** Closes all connections, and with them the database. */
  @Override
  public void close() {
    boolean first = !isClosed();
    super.close();
    if (first && inMemory) {
      shutDown();
    }
  }

  /** A database in memory would otherwise keep its memory, with all rows. */
  private void shutDown() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.shutdown());
    } catch (SQLException e) {
      LOG.warn("the database in memory cannot be shut down: {}", e.getMessage());
    }
  }
}
