package io.tatemulator.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** An emulator's use of a database. */
interface DatabaseUse {
  /** Fails when the emulator must not use the database at present. */
  default void requireUsable() throws SQLException {}

  /** Fails when a new connection must not be used, which is closed then. */
  default void admit(Connection added) throws SQLException {}

  /** Ends the use, after all connections have been closed. */
  void end();
}
