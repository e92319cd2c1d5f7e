package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers every row, whatever its table. Numbers are taken from the database a block at a time; a
 * block that a process did not use up is lost, never used again.
 */
@Component
public final class IdSequence {
  /** As the sequence's increment in the schema. */
  private static final int BLOCK = 10_000;

  private final JdbcTemplate jdbc;
  private long next;
  private long end;

  // Past the pool: whoever waits here may hold the pool's last connection.
  IdSequence(HikariDataSource pool) {
    this.jdbc = new JdbcTemplate(pool.getDataSource());
  }

  /** A number that no other row has or will have. */
  public synchronized long next() {
    if (next == end) {
      Long start = jdbc.queryForObject("select next value for emulator_id", Long.class);
      if (start == null) {
        throw new IllegalStateException("the id sequence gave no value");
      }
      next = start;
      end = start + BLOCK;
    }
    return next++;
  }
}
