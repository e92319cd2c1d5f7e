package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to a database, which ends with them. */
final class DatabasePool extends HikariDataSource {
  private static final Logger LOG = LoggerFactory.getLogger(DatabasePool.class);

  private final DataSource database;
  private final boolean inMemory;

  DatabasePool(DataSource database, boolean inMemory, DatabaseFailures failures) {
    this.database = database;
    this.inMemory = inMemory;
    setPoolName("tat");
    setDataSource(database);
    setExceptionOverride(failures);
    // H2 itself takes a connection for valid whose database is closed.
    setConnectionTestQuery("select 1");
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

  /** One in memory would live on with all its rows. */
  private void shutDown() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      LOG.warn("the database in memory could not be given back: {}", e.getMessage());
    }
  }
}
