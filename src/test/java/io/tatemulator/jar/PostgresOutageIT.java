package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RestartablePostgres;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import java.sql.SQLException;
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
    try (RestartablePostgres server = new RestartablePostgres(folder);
        RunningJar jar = server.usedBy(RunningJar.in(folder)).ready();
        ConcurrentCallers clients = new ConcurrentCallers(CLIENTS, i -> () -> create(jar.api()))) {
      Control control = new Control(jar.port());
      awaitMore();

      server.endAtOnce();
      await().atMost(TIMEOUT).until(() -> control.call("GET", "ready", "").status() == 503);
      await().atMost(TIMEOUT).until(() -> !errors.isEmpty());
      server.start();

      await().atMost(TIMEOUT).until(() -> control.call("GET", "ready", "").status() == 200);
      awaitMore();
      enough.set(true);
      clients.join();
      assertThat(errors).containsOnly("InternalError");
      checkFires(jar.api());
      checkThatNoValuesAreLogged(server, jar);
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

  private static void checkThatNoValuesAreLogged(RestartablePostgres server, RunningJar jar)
      throws SQLException {
    server.execute("alter table invoker add constraint unnamed check (name = '') not valid");

    Answer answer = jar.api().call("CreateInvoker", Requests.recurring("* * * * *"));

    assertThat(answer.code()).isEqualTo("InternalError");
    assertThat(jar.output()).contains("unnamed").doesNotContain("test-invoker");
  }
}
