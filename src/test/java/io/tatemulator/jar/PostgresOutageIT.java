package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RunningJar;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server of the database ends at once amid requests and fires, and comes back. */
@DisabledOnOs(OS.WINDOWS)
class PostgresOutageIT {
  private static final int CLIENTS = 4;
  private static final int SOME = 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Set<String> errors = new ConcurrentSkipListSet<>();
  private final AtomicBoolean enough = new AtomicBoolean();

  private EmbeddedPostgres startServer(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgresql"))
        .setCleanDataDirectory(false)
        .setPort(port)
        // As a server has it by default, unlike one for tests.
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private RunningJar.Launch launch(int port) {
    return RunningJar.in(folder)
        .with("tat.storage", "postgres")
        .with("spring.datasource.url", "jdbc:postgresql://localhost:" + port + "/postgres")
        .with("spring.datasource.username", "postgres");
  }

  /** Its transactions end, and nothing is written any more. */
  private void endAtOnce(EmbeddedPostgres server) throws Exception {
    String pid = Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0).strip();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    await()
        .atMost(TIMEOUT)
        .until(
            () -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty());
    server.close();
  }

  private Void create(Api api) {
    while (!enough.get()) {
      Answer answer = api.call("CreateInvoker", Requests.once(Instant.now().plusSeconds(1)));
      if (answer.code().isEmpty()) {
        acknowledged.add(answer.text("InvokerId"));
      } else {
        errors.add(answer.code());
      }
    }
    return null;
  }

  private void awaitMore() {
    int before = acknowledged.size();
    await().atMost(TIMEOUT).until(() -> acknowledged.size() > before + SOME);
  }

  @Test
  void losesNothingThatWasAcknowledgedAndRepeatsNoFire() throws Exception {
    EmbeddedPostgres server = startServer(0);
    int port = server.getPort();
    try (RunningJar jar = launch(port).ready();
        ConcurrentCallers clients = new ConcurrentCallers(CLIENTS, i -> () -> create(jar.api()))) {
      Control control = new Control(jar.port());
      awaitMore();

      endAtOnce(server);
      await().atMost(TIMEOUT).until(() -> control.call("GET", "ready", "").status() == 503);
      await().atMost(TIMEOUT).until(() -> !errors.isEmpty());
      server = startServer(port);

      await().atMost(TIMEOUT).until(() -> control.call("GET", "ready", "").status() == 200);
      awaitMore();
      enough.set(true);
      clients.join();
      assertThat(errors).containsOnly("InternalError");
      checkFires(jar.api());
      checkThatNoValuesAreLogged(server, jar);
    } finally {
      server.close();
    }
  }

  private void checkFires(Api api) {
    List<String> asked = List.copyOf(acknowledged);
    assertThat(Pages.texts(Pages.invokers(api, asked), "InvokerId"))
        .containsExactlyInAnyOrderElementsOf(asked);
    // Some that were not acknowledged may have been stored, too.
    long stored = Pages.total(api, "DescribeInvokers");
    await().atMost(TIMEOUT).until(() -> Pages.total(api, "DescribeInvokerRecords") >= stored);
    assertThat(
            Pages.texts(Pages.all(api, "DescribeInvokerRecords", "InvokerRecordSet"), "InvokerId"))
        .doesNotHaveDuplicates()
        .containsAll(asked)
        .hasSize((int) stored);
  }

  private static void checkThatNoValuesAreLogged(EmbeddedPostgres server, RunningJar jar)
      throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table invoker add constraint unnamed check (name = '') not valid");
    }

    Answer answer = jar.api().call("CreateInvoker", Requests.recurring("* * * * *"));

    assertThat(answer.code()).isEqualTo("InternalError");
    assertThat(jar.output()).contains("unnamed").doesNotContain("test-invoker");
  }
}
