package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  /** Has all tables, so that nobody who gets it needs to wait for anything else. */
  @Bean
  HikariDataSource dataSource(StorageSettings settings) throws SQLException {
    if (settings.storage() == StorageSettings.Kind.MEMORY) {
      HikariDataSource pool =
          pool(
              "jdbc:h2:mem:"
                  + UUID.randomUUID()
                  + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64");
      new DatabaseSchema(pool).bringUpToDate();
      return pool;
    }
    DataFolder folder = new DataFolder(settings.dataDir()).prepared();
    HikariDataSource pool = pool(folder.url());
    folder.open(pool);
    return pool;
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  private static HikariDataSource pool(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url);
    database.setUser("tat");
    database.setPassword("");
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("tat");
    pool.setDataSource(database);
    return pool;
  }
}
