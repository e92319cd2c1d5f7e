package io.tatemulator.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {
  /**
   * Returns the connections of the database, which are opened by {@link #database}; so the mapping
   * of the entities, which needs the object alone, is read while the database is opened.
   */
  @Bean
  DatabasePool dataSource(StorageSettings settings, DatabaseFailures failures, SqlDialect sql) {
    boolean inMemory = settings.storage() == StorageSettings.Kind.MEMORY;
    String url =
        inMemory
            ? "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64"
            : new DataFolder(settings.dataDir()).url();
    return new DatabasePool(database(url), inMemory, failures, sql);
  }

  /** Opens the database and creates or migrates its tables. */
  @Bean
  OpenDatabase database(StorageSettings settings, DatabasePool pool, SqlDialect sql)
      throws SQLException {
    DataSource database = pool.database();
    if (settings.storage() == StorageSettings.Kind.MEMORY) {
      new DatabaseSchema(database, sql).bringUpToDate();
      return opened(pool, true);
    }
    DataFolder folder = new DataFolder(settings.dataDir()).prepare();
    // H2 closes a database with its last connection, so the first one is held until the pool has
    // its own.
    try (Connection first = folder.open(database)) {
      DatabaseSchema.Origin origin = new DatabaseSchema(database, sql).createUnlessOlder();
      if (origin != DatabaseSchema.Origin.OLDER) {
        return opened(pool, origin == DatabaseSchema.Origin.NEW);
      }
      new DatabaseUpgrade(folder, sql, PersistenceConfiguration::database).run(first);
    }
    return opened(pool, false);
  }

  private static OpenDatabase opened(DatabasePool pool, boolean isNew) throws SQLException {
    pool.getConnection().close();
    return new OpenDatabase(isNew);
  }

  @Bean
  SqlDialect sqlDialect() {
    return new H2Dialect();
  }

  @Bean
  DatabaseFailures databaseFailures() {
    return new DatabaseFailures();
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager manager) {
    return new TranslatingTransaction(manager);
  }

  private static DataSource database(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url);
    database.setUser("tat");
    database.setPassword("");
    return database;
  }
}
