package io.tatemulator.storage;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of a database. An empty one gets them from the scripts of the migrations, and one that
 * has them is left alone; Flyway, which takes longer to load than either, migrates what an older
 * version has made.
 */
final class DatabaseSchema {
  // By name, since looking for them takes Flyway.
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__schema",
          "V2__registration",
          "V3__command_names",
          "V4__clock",
          "V5__outcomes",
          "V6__invoker_number",
          "V7__larger_blocks_of_ids",
          "V8__rule_book",
          "V9__seed_and_snapshots",
          "V10__id_mark");

  /** The version of the newest migration. */
  static final String VERSION = String.valueOf(MIGRATIONS.size());

  private static final String FOLDER = "io/tatemulator/db/migration/h2";
  private static final long MOST_FIRST_ID = 500_000_000_000L;

  private static final String TABLES =
      """
      select count(*), count(case when table_name = 'flyway_schema_history' then 1 end)
        from information_schema.tables where table_schema = schema()""";

  private static final String NEWEST_MIGRATION =
      """
      select "version", "success" from "flyway_schema_history"
        order by "installed_rank" desc fetch first row only""";

  /** Flyway's table. */
  private static final String HISTORY =
      """
      create table "flyway_schema_history" (
        "installed_rank" int           not null,
        "version"        varchar(50),
        "description"    varchar(200)  not null,
        "type"           varchar(20)   not null,
        "script"         varchar(1000) not null,
        "checksum"       int,
        "installed_by"   varchar(100)  not null,
        "installed_on"   timestamp     default current_timestamp not null,
        "execution_time" int           not null,
        "success"        boolean       not null,
        constraint "flyway_schema_history_pk" primary key ("installed_rank")
      );
      create index "flyway_schema_history_s_idx" on "flyway_schema_history" ("success");
      """;

  private static final String BASELINE =
      """
      insert into "flyway_schema_history"
        ("installed_rank", "version", "description", "type", "script", "installed_by", "execution_time", "success")
        values (1, '%s', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', current_user, 0, true)"""
          .formatted(VERSION);

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
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      switch (state(statement)) {
        case EMPTY -> create(statement);
        case CURRENT -> {}
        case OTHER -> migrate();
      }
    }
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
        return State.EMPTY;
      }
      return state(newest.getString("version"), newest.getBoolean("success"));
    }
  }

  private static State state(String version, boolean succeeded) {
    if (succeeded && Integer.parseInt(version) > Integer.parseInt(VERSION)) {
      throw new CannotStartException(
          "the database was made by a newer version of the emulator (its tables are of version %s, and %s is known here); use that one, or choose another folder with --tat.data-dir"
              .formatted(version, VERSION));
    }
    return succeeded && VERSION.equals(version) ? State.CURRENT : State.OTHER;
  }

  /** Flyway's table comes first and its row last: without it, the creation was interrupted. */
  private void create(Statement statement) throws SQLException {
    statement.execute("drop all objects");
    statement.execute(HISTORY);
    for (String migration : MIGRATIONS) {
      statement.execute(read(migration).replace("${first-id}", firstId));
    }
    statement.execute(BASELINE);
  }

  private static String read(String migration) {
    String file = FOLDER + "/" + migration + ".sql";
    try (InputStream script = DatabaseSchema.class.getClassLoader().getResourceAsStream(file)) {
      if (script == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private void migrate() {
    try {
      Flyway.configure(DatabaseSchema.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:" + FOLDER)
          .placeholders(Map.of("first-id", firstId))
          .load()
          .migrate();
    } catch (FlywayException e) {
      String told = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").trim();
      throw new CannotStartException("the database cannot be migrated: " + told, e);
    }
  }

  private enum State {
    /**
     * Without tables, or with those of a creation that was interrupted before anything was stored.
     */
    EMPTY,
    CURRENT,
    OTHER
  }
}
