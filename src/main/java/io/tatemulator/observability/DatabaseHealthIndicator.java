package io.tatemulator.observability;

import io.tatemulator.persistence.DatabaseHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports the database in {@code /actuator/health}: DOWN while it is not writable. */
@Component("db")
final class DatabaseHealthIndicator implements HealthIndicator {
  private final DatabaseHealth database;

  DatabaseHealthIndicator(DatabaseHealth database) {
    this.database = database;
  }

  @Override
  public Health health() {
    return (database.isWritable() ? Health.up() : Health.down()).build();
  }
}
