package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;

/** The SQL of H2. */
final class H2Dialect implements SqlDialect {
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

  @Override
  public String scripts() {
    return "h2";
  }

  @Override
  public String nextValue(String sequence) {
    return "select next value for " + sequence;
  }

  @Override
  public Optional<String> dropAll() {
    return Optional.of("drop all objects");
  }

  @Override
  public boolean truncatesInTransactions() {
    return false;
  }

  /** After such a failure, as of a full disk, H2 has closed the whole database. */
  @Override
  public boolean breaksConnection(SQLException failure) {
    return CLOSED.contains(failure.getErrorCode());
  }

  /** Closes the database, after JPA or before it. */
  static String shutdown() {
    return "shutdown";
  }

  /** Copies the database to a zip file, before JPA reads the mapping. */
  static String backUp(String file) {
    return "backup to '" + file.replace("'", "''") + "'";
  }
}
