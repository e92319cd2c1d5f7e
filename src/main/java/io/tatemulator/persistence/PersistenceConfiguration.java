package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.sql.SQLException;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {
  @Bean
  StateDatabase stateDatabase(
      StorageSettings settings, PostgresSettings postgres, ClusterSettings cluster) {
    if (cluster.enabled() && settings.storage() != StorageSettings.Kind.POSTGRES) {
      throw new CannotStartException("tat.cluster.enabled=true needs tat.storage=postgres");
    }
    return switch (settings.storage()) {
      case FILE -> new H2Database.InFile(settings.dataDir());
      case MEMORY -> new H2Database.InMemory();
      case POSTGRES -> new PostgresDatabase(postgres.resolved(), settings.dataDir(), cluster);
    };
  }

  /**
   * Returns the connections of the database, which are opened by {@link #database}; so the mapping
   * of the entities, which needs the object alone, is read while the database is opened.
   */
  @Bean
  DatabasePool dataSource(StateDatabase database, DatabaseFailures failures) {
    return database.pool(failures);
  }

  /** Opens the database and creates or migrates its tables. */
  @Bean
  OpenDatabase database(StateDatabase database, DatabasePool pool) throws SQLException {
    return database.open(pool);
  }

  @Bean
  Nodes nodes(StateDatabase database) {
    return database.nodes();
  }

  @Bean
  SqlDialect sqlDialect(StateDatabase database) {
    return database.sql();
  }

  /** The mapping is read before the database is open, so Hibernate cannot ask it what it is. */
  @Bean
  HibernatePropertiesCustomizer databaseProduct(StateDatabase database) {
    return properties -> properties.putAll(database.mapping());
  }

  @Bean
  DatabaseFailures databaseFailures(SqlDialect sql) {
    return new DatabaseFailures(sql);
  }

  @Bean
  TransactionTemplate transaction(PlatformTransactionManager manager) {
    return new TranslatingTransaction(manager);
  }
}
