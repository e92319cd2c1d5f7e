package io.tatemulator.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** H2 within this process, in a file or in memory. */
abstract class H2Database implements StateDatabase {
  private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);

  @Override
  public SqlDialect sql() {
    return new H2Dialect();
  }

  @Override
  public Map<String, String> mapping() {
    return Map.of(
        "jakarta.persistence.database-product-name", "H2",
        "jakarta.persistence.database-major-version", "2",
        "jakarta.persistence.database-minor-version", "4");
  }

  @Override
  public Nodes nodes() {
    return new OnlyNode();
  }

  /** Opens the first connections, while another one is open or the database is in memory. */
  OpenDatabase opened(DatabasePool pool, @Nullable Path folder, boolean isNew) throws SQLException {
    pool.open();
    return new OpenDatabase(name(), folder, isNew);
  }

  private static DataSource connect(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url);
    database.setUser("tat");
    database.setPassword("");
    return database;
  }

  private static DatabasePool pool(
      DataSource database, DatabaseFailures failures, DatabaseUse use) {
    DatabasePool pool = new DatabasePool(database, failures, use);
    // H2 itself reports a connection as valid even when its database is closed.
    pool.setConnectionTestQuery("select 1");
    return pool;
  }

  /** A database in a file of the data folder, which one process uses at a time. */
  static final class InFile extends H2Database {
    private final Path path;
    private final DataFolder folder;

    InFile(Path path) {
      this.path = path;
      this.folder = new DataFolder(path);
    }

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public DatabasePool pool(DatabaseFailures failures) {
      return H2Database.pool(connect(folder.url()), failures, () -> {});
    }

    @Override
    public OpenDatabase open(DatabasePool pool) throws SQLException {
      folder.prepare();
      // H2 closes a database with its last connection, so the first one is held until the pool has
      // its own.
      try (Connection first = folder.open(pool.database())) {
        DatabaseSchema.Origin origin =
            new DatabaseSchema(pool.database(), sql()).createUnlessOlder();
        if (origin != DatabaseSchema.Origin.OLDER) {
          return opened(pool, folder.path(), origin == DatabaseSchema.Origin.NEW);
        }
        new DatabaseUpgrade(folder, sql(), H2Database::connect).run(first);
      }
      return opened(pool, folder.path(), false);
    }
  }

  /** A database in memory, which ends with the pool. */
  static final class InMemory extends H2Database {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public DatabasePool pool(DatabaseFailures failures) {
      DataSource database =
          connect(
              "jdbc:h2:mem:"
                  + UUID.randomUUID()
                  + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64");
      return H2Database.pool(database, failures, () -> shutDown(database));
    }

    @Override
    public OpenDatabase open(DatabasePool pool) throws SQLException {
      new DatabaseSchema(pool.database(), sql()).bringUpToDate();
      return opened(pool, null, true);
    }

    /** It would otherwise keep its memory, with all rows. */
    private static void shutDown(DataSource database) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(H2Dialect.shutdown());
      } catch (SQLException e) {
        LOG.warn("the database in memory cannot be shut down: {}", e.getMessage());
      }
    }
  }
}
