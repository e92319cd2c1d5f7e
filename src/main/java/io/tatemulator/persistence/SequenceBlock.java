package io.tatemulator.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the numbers of one database sequence in blocks; numbers of a block that a process did not
 * use are never used.
 */
public final class SequenceBlock {
  /** Equals the sequences' increment in the schema. */
  private static final int BLOCK = 10_000;

  private final String sequence;
  private final JdbcTemplate jdbc;
  private final SqlDialect sql;
  private long next;
  private long end;

  // Bypasses the pool: a thread that waits here may hold the pool's last connection.
  SequenceBlock(String sequence, HikariDataSource pool, SqlDialect sql) {
    this.sequence = sequence;
    this.jdbc = new JdbcTemplate(pool.getDataSource());
    this.sql = sql;
  }

  /** Returns a number that it returns only once. */
  public synchronized long next() {
    fill();
    return next++;
  }

  /** Returns the number that {@link #next} returns next. */
  public synchronized long peek() {
    fill();
    return next;
  }

  /** Restarts the sequence with a number, regardless of those already returned. */
  public synchronized void restartWith(long number) {
    jdbc.execute(sql.restart(sequence, number));
    discard();
  }

  /** Discards the numbers of the block that have not been returned yet. */
  public synchronized void discard() {
    next = 0;
    end = 0;
  }

  private void fill() {
    if (next == end) {
      Long start = jdbc.queryForObject(sql.nextValue(sequence), Long.class);
      if (start == null) {
        throw new IllegalStateException("the sequence " + sequence + " returned no value");
      }
      next = start;
      end = start + BLOCK;
    }
  }
}
