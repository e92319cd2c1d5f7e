package io.tatemulator.observability;

import io.tatemulator.storage.DatabaseHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What {@code /actuator/health} tells of the database: DOWN while it cannot be written to. */
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
