package io.tatemulator.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * Recognizes the failures after which H2 has closed a database, such as a full disk. A connection
 * to it never works again, though it says that it does, so the pool replaces it; and the next one
 * opens the database anew.
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

  /** Has somebody told of each failure. */
  void tell(Runnable other) {
    listener = other;
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
