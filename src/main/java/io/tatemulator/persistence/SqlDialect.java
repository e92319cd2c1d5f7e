package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of a database, as far as JPA has no equivalent. Each statement says why it is here; all
 * others are queries on entities.
 */
interface SqlDialect {
  /** Returns the name of the folders that hold the scripts of the schema. */
  String scripts();

  /**
   * Takes a block of numbers of a sequence. JPA takes them only for entities whose ids it generates
   * itself, and one sequence numbers the rows of all tables here.
   */
  String nextValue(String sequence);

  /** Restarts a sequence, for a seed or a loaded snapshot; JPA has no statement for it. */
  default String restart(String sequence, long number) {
    return "alter sequence " + sequence + " restart with " + number;
  }

  /**
   * Removes all rows of a table at once. A delete within a transaction would take a minute for each
   * million of rows, and three times their space.
   */
  default String truncate(String table) {
    return "truncate table " + table;
  }

  /** Returns whether a truncation is part of its transaction, and is undone with it. */
  boolean truncatesInTransactions();

  /**
   * Reads all rows of a table in the order of its first two columns. A snapshot holds tables as
   * they are, row by row, and entities would be created for each row and kept until its end.
   */
  default String selectAll(String table) {
    return "select * from " + table + " order by 1, 2";
  }

  /**
   * Inserts a row of a snapshot file, whose columns are known only when the file is read; entities
   * could not be created in a state that their constructors do not allow.
   */
  default String insert(String table, List<String> columns) {
    return "insert into "
        + table
        + " ("
        + String.join(", ", columns)
        + ") values ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  /**
   * Updates rows that are as expected, or adds to their values; see {@link ConditionalUpdate}. Each
   * transaction that writes adds to a tenant's totals, and as a query, which Hibernate translates
   * each time, it would take several times as long.
   *
   * @param changes the assignments
   * @param condition the comparisons
   */
  default String update(String table, String changes, String condition) {
    return "update " + table + " set " + changes + " where " + condition;
  }

  /**
   * Removes the tables of an interrupted creation, before JPA reads the mapping; empty where a
   * creation is one transaction, so that tables without a version are those of another program.
   */
  Optional<String> dropAll();

  /**
   * Returns whether a failure means that its connection never works again, or that none can write
   * for now. The pool replaces it, and {@link DatabaseHealth} checks the database.
   */
  boolean breaksConnection(SQLException failure);
}
