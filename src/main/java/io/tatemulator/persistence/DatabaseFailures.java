package io.tatemulator.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Recognizes the failures after which H2 has closed a database, such as a full disk. A connection
 * to it never works again, though it reports itself as valid, so the pool replaces it; the next one
 * reopens the database.
 */
final class DatabaseFailures implements SQLExceptionOverride {
  private static final Set<Integer> CLOSED =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.GENERAL_ERROR_1);

  private volatile Runnable listener = () -> {};

  /** Sets the listener that runs on each failure. */
  void setListener(Runnable newListener) {
    listener = newListener;
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (!CLOSED.contains(failure.getErrorCode())) {
      return Override.CONTINUE_EVICT;
    }
    listener.run();
    return Override.MUST_EVICT;
  }
}
