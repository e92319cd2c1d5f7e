package io.tatemulator.persistence;

/** The SQL of H2. */
final class H2Dialect implements SqlDialect {
  @Override
  public String scripts() {
    return "h2";
  }

  @Override
  public String nextValue(String sequence) {
    return "select next value for " + sequence;
  }

  @Override
  public String restart(String sequence, long number) {
    return "alter sequence " + sequence + " restart with " + number;
  }

  @Override
  public String truncate(String table) {
    return "truncate table " + table;
  }

  @Override
  public String connectionTest() {
    return "select 1";
  }

  @Override
  public String shutdown() {
    return "shutdown";
  }

  @Override
  public String dropAll() {
    return "drop all objects";
  }

  @Override
  public String backUp(String file) {
    return "backup to '" + file.replace("'", "''") + "'";
  }
}
