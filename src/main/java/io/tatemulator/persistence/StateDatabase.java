package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.Map;

/** The database that holds the state: how it is opened, and what is particular to its product. */
interface StateDatabase {
  /** Returns where it is, for people; without a user or a password. */
  String name();

  /** Returns the SQL of the product. */
  SqlDialect sql();

  /** Returns the settings of JPA that name the product, since Hibernate cannot ask it yet. */
  Map<String, String> mapping();

  /** Returns the emulators that share it. */
  Nodes nodes();

  /** Returns its connections, none of which is open yet. */
  DatabasePool pool(DatabaseFailures failures);

  /**
   * Opens it and creates or migrates its tables.
   *
   * @param pool what {@link #pool} has returned
   * @throws io.tatemulator.support.CannotStartException when it cannot be opened or used
   * @throws SQLException when it cannot be read or written
   */
  OpenDatabase open(DatabasePool pool) throws SQLException;
}
