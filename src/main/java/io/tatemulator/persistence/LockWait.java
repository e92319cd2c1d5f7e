package io.tatemulator.persistence;

import java.sql.SQLException;

/** Waits for a lock of the database. */
interface LockWait {
  /** Waits until the lock is taken. */
  void run() throws SQLException;
}
