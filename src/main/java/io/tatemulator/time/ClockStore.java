package io.tatemulator.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the state of the clock in the database, with the rest of the state. */
@Component
@DependsOnDatabaseInitialization
public final class ClockStore {
  /** The creation time of everything in the initial state: the day of the API's version. */
  public static final Instant BUILT_IN_CREATED_AT = Instant.parse("2020-10-28T00:00:00Z");

  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;

  ClockStore(JdbcTemplate jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Returns the stored state; {@link ClockState#REAL} when none is stored. */
  public ClockState load() {
    return jdbc
        .query("select mode, offset_ms, stands_at from emulator_clock", ClockStore::state)
        .stream()
        .findFirst()
        .orElse(ClockState.REAL);
  }

  /** Stores a state. */
  public void save(ClockState state) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from emulator_clock");
          jdbc.update(
              "insert into emulator_clock (mode, offset_ms, stands_at) values (?, ?, ?)",
              state.mode().name(),
              state.offset().toMillis(),
              state.at().toEpochMilli());
        });
  }

  private static ClockState state(ResultSet row, int number) throws SQLException {
    return new ClockState(
        ClockMode.valueOf(row.getString(1)),
        Duration.ofMillis(row.getLong(2)),
        Instant.ofEpochMilli(row.getLong(3)));
  }
}
