package io.tatemulator.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The connection pool of a database; closing it closes the database. */
final class DatabasePool extends HikariDataSource {
  private final DataSource database;
  private final Runnable onClose;

  /**
   * Creates a pool that has no connection yet.
   *
   * @param onClose runs when all connections have been closed
   */
  DatabasePool(DataSource database, DatabaseFailures failures, Runnable onClose) {
    this.database = database;
    this.onClose = onClose;
    setPoolName("tat");
    setDataSource(database);
    setExceptionOverride(failures);
  }

  /** Returns the database without the pool, for connections before the pool has any. */
  DataSource database() {
    return database;
  }

  /** Opens the first connections. */
  void open() throws SQLException {
    getConnection().close();
  }

  /** Closes all connections, and with them the database. */
  @Override
  public void close() {
    boolean first = !isClosed();
    super.close();
    if (first) {
      onClose.run();
    }
  }
}
