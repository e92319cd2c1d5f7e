package io.tatemulator.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.stereotype.Component;

/** Opens the sequences of the database. */
@Component
public final class Sequences {
  private final HikariDataSource pool;
  private final SqlDialect sql;

  Sequences(HikariDataSource pool, SqlDialect sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /** Opens a sequence; only one component may use it. */
  public SequenceBlock open(String sequence) {
    return new SequenceBlock(sequence, pool, sql);
  }
}
