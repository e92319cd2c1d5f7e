package io.tatemulator.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Recognizes the failures after which a connection never works again, such as a full disk or the
 * end of a server. It may still report itself as valid, so the pool replaces it; the next one
 * reopens the database.
 */
final class DatabaseFailures implements SQLExceptionOverride {
  private final SqlDialect sql;
  private volatile Runnable listener = () -> {};

  DatabaseFailures(SqlDialect sql) {
    this.sql = sql;
  }

  /** Sets the listener that runs on each failure. */
  void setListener(Runnable newListener) {
    listener = newListener;
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (!sql.breaksConnection(failure)) {
      return Override.CONTINUE_EVICT;
    }
    listener.run();
    return Override.MUST_EVICT;
  }
}
