package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.sql.SQLException;

/** How an emulator uses a database of a server: for itself, or as one of several nodes. */
interface PostgresUse extends DatabaseUse {
  /** Creates or checks the tables. */
  interface Preparation<T> {
    /** Returns what it has found. */
    T run() throws SQLException;
  }

  /**
   * Begins to use the database and prepares it, while no other emulator does the same.
   *
   * @throws CannotStartException when another emulator's use excludes it
   */
  <T> T begin(Preparation<T> preparation) throws SQLException;

  /** Returns the emulators that use the database. */
  Nodes nodes();
}
