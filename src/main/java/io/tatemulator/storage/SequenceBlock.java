package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the numbers of one database sequence in blocks; numbers of a block that a process did not
 * use are never used.
 */
final class SequenceBlock {
  /** Equals the sequences' increment in the schema. */
  private static final int BLOCK = 10_000;

  private final String sequence;
  private final JdbcTemplate jdbc;
  private long next;
  private long end;

  // Bypasses the pool: a thread that waits here may hold the pool's last connection.
  SequenceBlock(String sequence, HikariDataSource pool) {
    this.sequence = sequence;
    this.jdbc = new JdbcTemplate(pool.getDataSource());
  }

  synchronized long next() {
    fill();
    return next++;
  }

  /** Returns the number that {@link #next} returns next. */
  synchronized long peek() {
    fill();
    return next;
  }

  /** Restarts the sequence with a number, regardless of those already returned. */
  synchronized void restartWith(long number) {
    jdbc.execute("alter sequence " + sequence + " restart with " + number);
    next = 0;
    end = 0;
  }

  private void fill() {
    if (next == end) {
      Long start = jdbc.queryForObject("select next value for " + sequence, Long.class);
      if (start == null) {
        throw new IllegalStateException("the sequence " + sequence + " returned no value");
      }
      next = start;
      end = start + BLOCK;
    }
  }
}
