package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
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
class StorageConfiguration {
  /** A pool of connections to a database that has all tables. */
  @Bean
  HikariDataSource dataSource(StorageSettings settings, DatabaseFailures failures)
      throws SQLException {
    if (settings.storage() == StorageSettings.Kind.MEMORY) {
      DataSource database =
          database(
              "jdbc:h2:mem:"
                  + UUID.randomUUID()
                  + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64");
      return opened(database, database.getConnection(), new DatabasePool(database, true, failures));
    }
    DataFolder folder = new DataFolder(settings.dataDir()).prepared();
    DataSource database = database(folder.url());
    return opened(
        database, upToDate(folder, database), new DatabasePool(database, false, failures));
  }

  private static Connection upToDate(DataFolder folder, DataSource database) throws SQLException {
    Connection first = folder.open(database);
    if (!new DatabaseSchema(database).isOlder()) {
      return first;
    }
    new DatabaseUpgrade(folder, StorageConfiguration::database).run(first);
    return folder.open(database);
  }

  @Bean
  DatabaseFailures databaseFailures() {
    return new DatabaseFailures();
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  private static DataSource database(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url);
    database.setUser("tat");
    database.setPassword("");
    return database;
  }

  /**
   * H2 closes a database with its last connection, so the first one is held until the pool has its
   * own.
   */
  private static HikariDataSource opened(DataSource database, Connection first, DatabasePool pool)
      throws SQLException {
    try (first) {
      new DatabaseSchema(database).bringUpToDate();
      pool.getConnection().close();
      return pool;
    }
  }
}
