package io.tatemulator.storage;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of a database. An empty one gets them from a single script, and one that has them is
 * left alone; Flyway, which takes longer to load than either, migrates what an older version has
 * made.
 */
final class DatabaseSchema {
  /** The version of the newest migration, which the script is as good as. */
  static final String VERSION = "13";

  private static final String FOLDER = "io/tatemulator/db";
  private static final long MOST_FIRST_ID = 500_000_000_000L;

  private static final String TABLES =
      """
      select count(*), count(case when table_name = 'flyway_schema_history' then 1 end)
        from information_schema.tables where table_schema = schema()""";

  private static final String NEWEST_MIGRATION =
      """
      select "version", "success" from "flyway_schema_history"
        order by "installed_rank" desc fetch first row only""";

  private final DataSource database;
  private final String firstId;

  DatabaseSchema(DataSource database) {
    this.database = database;
    this.firstId = String.valueOf(ThreadLocalRandom.current().nextLong(1, MOST_FIRST_ID));
  }

  /**
   * Brings the database to {@link #VERSION}.
   *
   * @throws CannotStartException when a newer version has made it, or a migration fails
   * @throws SQLException when the database cannot be read or written
   */
  void bringUpToDate() throws SQLException {
    if (!createUnlessOlder()) {
      migrate();
    }
  }

  /**
   * Creates the tables if there are none yet.
   *
   * @return no when an older version has made them, so that they must be migrated
   * @throws CannotStartException when a newer version has made them
   * @throws SQLException when the database cannot be read or written
   */
  boolean createUnlessOlder() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      switch (state(statement)) {
        case EMPTY -> statement.execute(script());
        case UNFINISHED -> {
          statement.execute("drop all objects");
          statement.execute(script());
        }
        case CURRENT -> {}
        case OTHER -> {
          return false;
        }
      }
    }
    return true;
  }

  private static State state(Statement statement) throws SQLException {
    try (ResultSet tables = statement.executeQuery(TABLES)) {
      tables.next();
      if (tables.getInt(2) == 0) {
        return tables.getInt(1) == 0 ? State.EMPTY : State.OTHER;
      }
    }
    try (ResultSet newest = statement.executeQuery(NEWEST_MIGRATION)) {
      if (!newest.next()) {
        return State.UNFINISHED;
      }
      return state(newest.getString("version"), newest.getBoolean("success"));
    }
  }

  private static State state(String version, boolean succeeded) {
    if (succeeded && Integer.parseInt(version) > Integer.parseInt(VERSION)) {
      throw new CannotStartException(
          String.format(
              Locale.ROOT,
              "the database was made by a newer version of the emulator (its tables are of version %s, and %s is known here); use that one, or choose another folder with --tat.data-dir",
              version,
              VERSION));
    }
    return succeeded && VERSION.equals(version) ? State.CURRENT : State.OTHER;
  }

  private String script() {
    try (InputStream script =
        DatabaseSchema.class.getClassLoader().getResourceAsStream(FOLDER + "/schema/h2.sql")) {
      if (script == null) {
        throw new IllegalStateException("the schema is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${first-id}", firstId)
          .replace("${version}", VERSION);
    } catch (IOException e) {
      throw new IllegalStateException("the schema cannot be read", e);
    }
  }

  private void migrate() {
    try {
      Flyway.configure(DatabaseSchema.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:" + FOLDER + "/migration/h2")
          .placeholders(Map.of("first-id", firstId))
          .load()
          .migrate();
    } catch (FlywayException e) {
      String told = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").trim();
      throw new CannotStartException("the database cannot be migrated: " + told, e);
    }
  }

  private enum State {
    /** Without tables. */
    EMPTY,
    /**
     * Whoever creates the tables begins with that of the migrations, and first writes into it when
     * all others are there. So the creation was interrupted, and nothing was ever stored.
     */
    UNFINISHED,
    CURRENT,
    OTHER
  }
}
