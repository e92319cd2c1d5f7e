package io.tatemulator.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The connection pool of a database; closing it closes the database. */
final class DatabasePool extends HikariDataSource {
  private final DataSource database;
  private final DatabaseUse use;

  /** Creates a pool that has no connection yet. */
  DatabasePool(DataSource database, DatabaseFailures failures, DatabaseUse use) {
    this.database = database;
    this.use = use;
    setPoolName("tat");
    setDataSource(new Admitting(database, use));
    setExceptionOverride(failures);
  }

  private static final class Admitting extends DelegatingDataSource {
    private final DatabaseUse use;

    Admitting(DataSource database, DatabaseUse use) {
      super(database);
      this.use = use;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection added = super.getConnection();
      try {
        use.admit(added);
        return added;
      } catch (SQLException | RuntimeException e) {
        added.close();
        throw e;
      }
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    use.requireUsable();
    return super.getConnection();
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
      use.end();
    }
  }
}
