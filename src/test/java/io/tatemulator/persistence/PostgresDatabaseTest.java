package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tatemulator.support.CannotStartException;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.PostgresServer;
import io.tatemulator.testing.TestStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An emulator whose state is in PostgreSQL. With {@code tests.storage}, all tests have one. */
class PostgresDatabaseTest {
  private static final String COLUMNS =
      "select table_name, column_name, is_nullable,"
          + " case when lower(data_type) like 'binary%' then 'bytea' else data_type end as type,"
          + " case when lower(data_type) like 'character%' then character_maximum_length end as size"
          + " from information_schema.columns where lower(table_schema) = 'public'"
          + " and table_name <> 'flyway_schema_history'";

  @TempDir private Path folder;

  private final String database = PostgresServer.newDatabase();

  private InProcess start(List<String> settings) {
    return new InProcess(folder, new MutableClock(), settings.toArray(String[]::new));
  }

  private InProcess start() {
    return start(TestStorage.postgres(database));
  }

  private static JdbcTemplate jdbc(String database) {
    return new JdbcTemplate(
        new DriverManagerDataSource(PostgresServer.url(database), PostgresServer.USER, ""));
  }

  private String refusal(List<String> settings) {
    Throwable cause = catchThrowable(() -> start(settings).close());
    while (cause != null && !(cause instanceof CannotStartException)) {
      cause = cause.getCause();
    }
    String reason = cause == null ? "" : String.valueOf(cause.getMessage());
    assertThat(reason).as("a reason in one line").isNotEmpty().doesNotContain("\n");
    return reason;
  }

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
      assertThat(refusal(TestStorage.postgres(database)))
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

  @Test
  void aMissingUrlIsNamed() {
    assertThat(refusal(List.of("--tat.storage=postgres"))).contains("spring.datasource.url");
    assertThat(refusal(List.of("--tat.storage=postgres", "--spring.datasource.url=jdbc:h2:mem:x")))
        .contains("spring.datasource.url");
  }

  @Test
  void whatIsWrongWithTheServerIsToldInOneLine() {
    assertThat(refusal(with("--spring.datasource.url=" + PostgresServer.url("missing"))))
        .contains("/missing does not exist");
    assertThat(refusal(with("--spring.datasource.username=stranger")))
        .contains("rejects the user; check spring.datasource.username");
    assertThat(refusal(with("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/tat")))
        .startsWith("the database 127.0.0.1:1/tat cannot be reached");
    PostgresServer.execute("create role guest login");
    // As it is from version 15 on.
    jdbc(database).execute("revoke create on schema public from public");
    assertThat(refusal(with("--spring.datasource.username=guest")))
        .contains("does not permit its user to create tables");
  }

  private List<String> with(String setting) {
    String name = setting.substring(0, setting.indexOf('='));
    List<String> settings = new ArrayList<>(TestStorage.postgres(database));
    settings.removeIf(other -> other.startsWith(name));
    settings.add(setting);
    return settings;
  }

  @Test
  void tablesOfAnotherProgramAreLeftAlone() {
    jdbc(database).execute("create table tenant (id int)");

    assertThat(refusal(TestStorage.postgres(database))).contains("tables of another program");
    assertThat(jdbc(database).queryForObject("select count(*) from tenant", Long.class)).isZero();

    // The start that has failed holds no lock any more.
    jdbc(database).execute("drop table tenant");
    start().close();
  }

  @Test
  void secretsMayBeInFiles() throws IOException {
    Path url = Files.writeString(folder.resolve("url"), PostgresServer.url(database) + "\n");

    start(
            List.of(
                "--tat.storage=postgres",
                "--spring.datasource.url-file=" + url,
                "--spring.datasource.username=" + PostgresServer.USER))
        .close();

    assertThat(refusal(List.of("--tat.storage=postgres", "--spring.datasource.url-file=nowhere")))
        .contains("nowhere");
  }

  @Test
  void itsTablesAreThoseOfH2() {
    List<Map<String, Object>> h2;
    try (InProcess emulator = start(List.of("--tat.storage=memory"))) {
      h2 = emulator.part(JdbcTemplate.class).queryForList(COLUMNS);
    }
    start().close();

    assertThat(texts(jdbc(database).queryForList(COLUMNS)))
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
}
