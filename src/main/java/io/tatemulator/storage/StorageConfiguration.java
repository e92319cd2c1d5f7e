package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  @Bean
  HikariDataSource dataSource(StorageSettings settings) {
    if (settings.storage() == StorageSettings.Kind.MEMORY) {
      return pool(
          database(
              "jdbc:h2:mem:"
                  + UUID.randomUUID()
                  + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64"));
    }
    DataFolder folder = new DataFolder(settings.dataDir()).prepared();
    DataSource database = database(folder.url());
    folder.open(database);
    return pool(database);
  }

  private static DataSource database(String url) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url);
    database.setUser("tat");
    database.setPassword("");
    return database;
  }

  private static HikariDataSource pool(DataSource database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("tat");
    pool.setDataSource(database);
    return pool;
  }
}
