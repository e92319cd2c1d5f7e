package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** An emulator whose state is in PostgreSQL. With {@code tests.storage}, all tests have one. */
@IndependentOfStorage
class PostgresDatabaseTest extends PostgresTest {
  private static final String COLUMNS =
      "select table_name, column_name, is_nullable,"
          + " case when lower(data_type) like 'binary%' then 'bytea' else data_type end as type,"
          + " case when lower(data_type) like 'character%' then character_maximum_length end as size"
          + " from information_schema.columns where lower(table_schema) = 'public'"
          + " and table_name <> 'flyway_schema_history'";

  @Test
  void itsStateOutlivesTheProcess() {
    String invoker;
    try (InProcess emulator = start()) {
      Control control = new Control(emulator.port());
      control.freeze("2026-01-15T09:00:00Z");
      invoker = emulator.api().createInvoker(Body.recurring("* * * * *"));
      control.advance(Duration.ofMinutes(3));
      assertThat(control.ok("GET", "info", "").path("storage").asString()).isEqualTo("postgres");
    }
    try (InProcess emulator = start()) {
      assertThat(Pages.total(emulator.api(), "DescribeInvokerRecords")).isEqualTo(3);
      new Control(emulator.port()).advance(Duration.ofMinutes(2));
      assertThat(
              Pages.texts(
                  Pages.all(emulator.api(), "DescribeInvokerRecords", "InvokerRecordSet"),
                  "InvokerId"))
          .hasSize(5)
          .containsOnly(invoker);
    }
  }

  @Test
  void aSnapshotMovesToPostgresAndBack() {
    try (InProcess h2 = start(List.of("--tat.storage=memory"));
        InProcess postgres = start()) {
      Control from = new Control(h2.port());
      Control to = new Control(postgres.port());
      from.freeze("2026-01-15T09:00:00Z");
      h2.api().createCommand(Body.command("mine"));
      h2.api().createInvoker(Body.recurring("* * * * *"));
      from.advance(Duration.ofMinutes(2));

      move(from, to, "all");

      assertThat(Pages.all(postgres.api(), "DescribeInvokers", "InvokerSet"))
          .isEqualTo(Pages.all(h2.api(), "DescribeInvokers", "InvokerSet"))
          .hasSize(1);
      to.advance(Duration.ofMinutes(1));
      move(to, from, "later");
      assertThat(Pages.all(h2.api(), "DescribeInvokerRecords", "InvokerRecordSet"))
          .isEqualTo(Pages.all(postgres.api(), "DescribeInvokerRecords", "InvokerRecordSet"))
          .hasSize(3);
    }
  }

  private static void move(Control from, Control to, String name) {
    String snapshot = "snapshots/" + name;
    from.ok("PUT", snapshot, "");
    to.ok("PUT", snapshot, from.ok("GET", snapshot, "").toString());
    assertThat(to.call("POST", snapshot + "/load", "").status()).isEqualTo(204);
  }

  @Test
  void oneEmulatorUsesItAtATime() {
    try (InProcess first = start()) {
      assertThat(startFailure(settings()))
          .isEqualTo(
              "the database localhost:"
                  + PostgresServer.port()
                  + "/"
                  + database
                  + " is in use by another emulator; stop it or choose another database");
      assertThat(Pages.total(first.api(), "DescribeInvokers")).isZero();
    }
    start().close();
  }

  /** A start kills the scripts that an emulator with the same database has left. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anEmulatorWithAnotherDatabaseLeavesItsScriptsAlone() throws IOException {
    String executor = "--tat.execution.mode=process";
    try (InProcess emulator = start(settings(executor))) {
      new Control(emulator.port()).ok("PUT", "instances/ins-abcdefgh", "{}");
      emulator
          .api()
          .ok(
              "RunCommand",
              Body.run("ins-abcdefgh")
                  .with("Content", "c2xlZXAgNjA=")
                  .with("Username", System.getProperty("user.name"))
                  .with("WorkingDirectory", folder.toString()));
      await().ignoreExceptions().until(() -> processes().size() == 1);
      long process = processes().get(0);

      start(
              settings(
                  executor,
                  "--spring.datasource.url=" + PostgresServer.url(PostgresServer.newDatabase())))
          .close();

      assertThat(ProcessHandle.of(process)).get().matches(ProcessHandle::isAlive);
    }
  }

  /** Returns the processes that are noted in the data folder. */
  private List<Long> processes() throws IOException {
    Path scripts = folder.resolve("postgresql");
    if (!Files.exists(scripts)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(scripts)) {
      List<Long> ids = new ArrayList<>();
      for (Path file : files.filter(each -> each.endsWith("processes")).toList()) {
        for (String line : Files.readAllLines(file)) {
          ids.add(Long.valueOf(line.split(" ", 3)[1]));
        }
      }
      return ids;
    }
  }

  @Test
  void tablesOfAnotherProgramAreLeftAlone() {
    jdbc().execute("create table tenant (id int)");

    assertThat(startFailure(settings())).contains("tables of another program");
    assertThat(jdbc().queryForObject("select count(*) from tenant", Long.class)).isZero();

    // The start that has failed holds no lock any more.
    jdbc().execute("drop table tenant");
    start().close();
  }

  /** Another program may migrate its tables with Flyway, too. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"16", "17", "1.2", "20260101120000", "x"})
  void migrationsOfAnotherProgramAreLeftAlone(@Nullable String version) {
    jdbc()
        .execute(
            "create table flyway_schema_history"
                + " (installed_rank int primary key, version varchar(50), success boolean)");
    jdbc().execute("create table tenant (id int)");
    assertThat(startFailure(settings())).contains("tables of another program");

    jdbc().update("insert into flyway_schema_history values (1, ?, true)", version);

    assertThat(startFailure(settings())).contains("tables of another program");
    assertThat(jdbc().queryForList("select version from flyway_schema_history", String.class))
        .containsExactly(version);
  }

  @Test
  void aDatabaseOfANewerVersionIsNotTouched() {
    start().close();
    jdbc().update("update flyway_schema_history set version = '17'");

    jdbc().execute("drop table id_seed");

    assertThat(startFailure(settings()))
        .contains("newer version")
        .contains("spring.datasource.url");
    assertThat(jdbc().queryForList("select version from flyway_schema_history", String.class))
        .containsExactly("17");
  }

  @Test
  void aDatabaseWithoutASchemaIsNamed() {
    jdbc().execute("drop schema public");

    assertThat(startFailure(settings())).contains("search_path");
  }

  @Test
  void itsTablesAreThoseOfH2() {
    List<Map<String, Object>> h2;
    Set<String> indexes;
    try (InProcess emulator = start(List.of("--tat.storage=memory"))) {
      h2 = emulator.part(JdbcTemplate.class).queryForList(COLUMNS);
      indexes = indexes(emulator.part(JdbcTemplate.class));
    }
    start().close();

    Set<String> found = indexes(jdbc());
    assertThat(indexes).allMatch(index -> isAmong(found, index));

    assertThat(texts(jdbc().queryForList(COLUMNS)))
        .containsExactlyInAnyOrderElementsOf(texts(h2))
        .isNotEmpty();
  }

  private static List<String> texts(List<Map<String, Object>> columns) {
    return columns.stream()
        .map(Map::values)
        .map(Object::toString)
        .map(String::toLowerCase)
        .toList();
  }

  /** H2 has an index for each foreign key, even if another one begins with its column. */
  private static boolean isAmong(Set<String> found, String index) {
    String asKey = index.replaceFirst(" index ", " key ");
    return found.contains(index)
        || (!asKey.equals(index)
            && found.stream()
                .anyMatch(each -> each.startsWith(index + " ") || each.startsWith(asKey + " ")));
  }

  /** Returns the columns of each index, also of those that the database creates for keys. */
  private static Set<String> indexes(JdbcTemplate jdbc) {
    ConnectionCallback<Set<String>> read =
        connection -> {
          Set<String> found = new TreeSet<>();
          for (String table : Tables.ALL) {
            found.addAll(indexes(connection.getMetaData(), table));
          }
          return found;
        };
    return Objects.requireNonNull(jdbc.execute(read));
  }

  private static List<String> indexes(DatabaseMetaData metadata, String table) throws SQLException {
    String name = metadata.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    Map<String, String> byIndex = new HashMap<>();
    try (ResultSet columns = metadata.getIndexInfo(null, null, name, false, true)) {
      while (columns.next()) {
        String kind = columns.getBoolean("NON_UNIQUE") ? "index" : "key";
        byIndex.merge(
            columns.getString("INDEX_NAME"),
            table + " " + kind + " " + columns.getString("COLUMN_NAME"),
            (before, column) -> before + column.substring(column.lastIndexOf(' ')));
      }
    }
    return byIndex.values().stream().map(index -> index.toLowerCase(Locale.ROOT)).toList();
  }
}
