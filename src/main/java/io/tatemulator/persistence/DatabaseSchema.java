package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Creates and migrates the tables of a database. A single script creates them in an empty database,
 * and current tables stay unchanged; Flyway, which takes longer to load than either, migrates the
 * tables of an older version.
 */
final class DatabaseSchema {
  /** The version of the newest migration, which is also that of the script. */
  static final String VERSION = "16";

  private static final String FOLDER = "io/tatemulator/db";
  private static final long MAX_FIRST_ID = 500_000_000_000L;

  private static final String MIGRATIONS = "flyway_schema_history";

  /** Tables that every version has since 16; Flyway's alone may be that of another program. */
  private static final List<String> OWN = List.of("tenant", "invoker_record", "emulator_clock");

  private static final Pattern VERSION_NUMBER = Pattern.compile("\\d{1,6}");

  private final DataSource database;
  private final SqlDialect sql;
  private final String firstId;

  DatabaseSchema(DataSource database, SqlDialect sql) {
    this.database = database;
    this.sql = sql;
    this.firstId = String.valueOf(ThreadLocalRandom.current().nextLong(1, MAX_FIRST_ID));
  }

  /**
   * Creates the tables, or migrates them to {@link #VERSION}.
   *
   * @throws CannotStartException when a newer version created it, or a migration fails
   * @throws SQLException when the database cannot be read or written
   */
  void bringUpToDate() throws SQLException {
    if (createUnlessOlder() == Origin.OLDER) {
      migrate();
    }
  }

  /**
   * Creates the tables if there are none.
   *
   * @return where the tables come from; those of an older version must be migrated
   * @throws CannotStartException when a newer version created them
   * @throws SQLException when the database cannot be read or written
   */
  Origin createUnlessOlder() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      State state = state(connection, statement);
      if (state == State.UNFINISHED) {
        statement.execute(sql.dropAll().orElseThrow());
      }
      if (state == State.EMPTY || state == State.UNFINISHED) {
        statement.execute(script());
        return Origin.NEW;
      }
      return state == State.CURRENT ? Origin.CURRENT : Origin.OLDER;
    }
  }

  private State state(Connection connection, Statement statement) throws SQLException {
    List<String> tables = tables(connection);
    if (!tables.contains(MIGRATIONS)) {
      return tables.isEmpty() ? State.EMPTY : State.OTHER;
    }
    String newest = null;
    boolean succeeded = false;
    // In the order in which they were installed.
    try (ResultSet migrations = statement.executeQuery(sql.selectAll('"' + MIGRATIONS + '"'))) {
      while (migrations.next()) {
        newest = migrations.getString("version");
        succeeded = migrations.getBoolean("success");
      }
    }
    if (newest == null) {
      return sql.dropAll().isPresent() ? State.UNFINISHED : State.OTHER;
    }
    boolean isOfEmulator = succeeded && tables.containsAll(OWN);
    return isOfEmulator && VERSION_NUMBER.matcher(newest).matches()
        ? state(Integer.parseInt(newest))
        : State.OTHER;
  }

  /** Returns the names of the tables, in lower case. */
  private static List<String> tables(Connection connection) throws SQLException {
    String schema =
        Optional.ofNullable(connection.getSchema())
            .orElseThrow(
                () ->
                    new CannotStartException(
                        "the search_path of the database's user names no schema that exists"));
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), schema, "%", null)) {
      while (tables.next()) {
        // The argument is a pattern, which may match other schemas. Views may be those of
        // extensions.
        if (tables.getString("TABLE_SCHEM").equals(schema)
            && tables.getString("TABLE_TYPE").endsWith("TABLE")) {
          names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }

  private static State state(int version) {
    int supported = Integer.parseInt(VERSION);
    if (version > supported) {
      throw new CannotStartException(
          String.format(
              Locale.ROOT,
              "the database was created by a newer version of the emulator (schema version %d,"
                  + " supported up to %d); use that version or another database"
                  + " (tat.data-dir, spring.datasource.url)",
              version,
              supported));
    }
    return version == supported ? State.CURRENT : State.OTHER;
  }

  private String script() {
    try (InputStream script =
        DatabaseSchema.class
            .getClassLoader()
            .getResourceAsStream(FOLDER + "/schema/" + sql.scripts() + ".sql")) {
      if (script == null) {
        throw new IllegalStateException("the schema script is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${first-id}", firstId)
          .replace("${version}", VERSION);
    } catch (IOException e) {
      throw new IllegalStateException("the schema script cannot be read", e);
    }
  }

  private void migrate() {
    try {
      Flyway.configure(DatabaseSchema.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:" + FOLDER + "/migration/" + sql.scripts())
          .placeholders(Map.of("first-id", firstId))
          .load()
          .migrate();
    } catch (FlywayException e) {
      String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").trim();
      throw new CannotStartException("the database cannot be migrated: " + message, e);
    }
  }

  /** Where the tables come from. */
  enum Origin {
    /** This process has created them. */
    NEW,
    /** An earlier process of this version has created them. */
    CURRENT,
    /** They are of an older version, or of another program. */
    OLDER
  }

  private enum State {
    /** No tables. */
    EMPTY,
    /**
     * The table of the migrations is empty. It is created first and filled after all other tables
     * exist, so the creation was interrupted and no data was ever stored.
     */
    UNFINISHED,
    CURRENT,
    OTHER
  }
}
