package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The numbers of one database sequence, taken a block at a time; a block that a process did not use
 * up is lost, never used again.
 */
final class Numbers {
  /** As the sequences' increment in the schema. */
  private static final int BLOCK = 10_000;

  private final String sequence;
  private final JdbcTemplate jdbc;
  private long next;
  private long end;

  // Past the pool: whoever waits here may hold the pool's last connection.
  Numbers(String sequence, HikariDataSource pool) {
    this.sequence = sequence;
    this.jdbc = new JdbcTemplate(pool.getDataSource());
  }

  synchronized long next() {
    fill();
    return next++;
  }

  /** What {@link #next} will give. */
  synchronized long peek() {
    fill();
    return next;
  }

  /** Goes on with some number, whatever has been given. */
  synchronized void goOnWith(long number) {
    jdbc.execute("alter sequence " + sequence + " restart with " + number);
    next = 0;
    end = 0;
  }

  private void fill() {
    if (next == end) {
      Long start = jdbc.queryForObject("select next value for " + sequence, Long.class);
      if (start == null) {
        throw new IllegalStateException("the sequence " + sequence + " gave no value");
      }
      next = start;
      end = start + BLOCK;
    }
  }
}
