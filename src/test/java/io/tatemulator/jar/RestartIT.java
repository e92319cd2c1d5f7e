package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.OnlyOnH2;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestartIT {
  private static final String YEARLY = Requests.recurring("0 0 1 1 *");
  private static final String INVOKERS = "DescribeInvokers";
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void allThatTenantsHaveSurvivesACleanStop() {
    RunningJar.Launch launch = RunningJar.in(directory).with("tat.account-per-secret-id", "true");
    List<JsonNode> mine;
    List<JsonNode> others;
    try (RunningJar jar = launch.ready()) {
      fill(jar.api("AKIDmine"));
      jar.api("AKIDother").call("CreateInvoker", YEARLY);
      mine = stateOf(jar.api("AKIDmine"));
      others = stateOf(jar.api("AKIDother"));
      assertThat(jar.stop()).as("exit code of SIGTERM").isEqualTo(143);
      assertThat(jar.output().lines())
          .as("the startup line, and one line about unverified signatures")
          .satisfiesExactly(
              line -> assertThat(line).contains("TAT answers on"),
              line -> assertThat(line).contains("the undeclared SecretId AKIDmine"));
    }
    try (RunningJar again = launch.ready()) {
      assertThat(stateOf(again.api("AKIDmine"))).isEqualTo(mine);
      assertThat(stateOf(again.api("AKIDother"))).isEqualTo(others).isNotEqualTo(mine);
      assertThat(Pages.total(again.api("AKIDmine").with("X-TC-Region", "ap-beijing"), INVOKERS))
          .as("another region of the same account")
          .isZero();
    }
  }

  @OnlyOnH2
  @Test
  void aFolderOfAnOlderVersionIsMigrated() {
    Path old = directory.resolve("old");
    Flyway.configure()
        .dataSource("jdbc:h2:file:" + old.resolve("tat"), "tat", "")
        .locations("classpath:io/tatemulator/db/migration/h2")
        .placeholders(Map.of("first-id", "1"))
        .target("9")
        .load()
        .migrate();

    try (RunningJar jar = RunningJar.in(directory).with("tat.data-dir", old.toString()).ready()) {
      assertThat(jar.api().call("CreateInvoker", YEARLY).code()).isEmpty();
    }
  }

  private static void fill(Api api) {
    api.call("CreateCommand", "{'CommandName': 'mine', 'Content': 'bHM='}");
    String disabled = api.call("CreateInvoker", YEARLY).text("InvokerId");
    api.call("DisableInvoker", Requests.invoker(disabled));
    String firing =
        api.call("CreateInvoker", Requests.once(Instant.now().plusSeconds(1))).text("InvokerId");
    await().atMost(TIMEOUT).until(() -> succeeded(api, firing));
  }

  /** All that a tenant can see. */
  private static List<JsonNode> stateOf(Api api) {
    List<JsonNode> state = new ArrayList<>();
    state.addAll(Pages.all(api, "DescribeCommands", "CommandSet"));
    state.addAll(Pages.all(api, INVOKERS, "InvokerSet"));
    state.addAll(Pages.all(api, "DescribeInvokerRecords", "InvokerRecordSet"));
    state.addAll(Pages.all(api, "DescribeInvocations", "InvocationSet"));
    state.addAll(Pages.all(api, "DescribeInvocationTasks", "InvocationTaskSet"));
    return state;
  }

  private static boolean succeeded(Api api, String invoker) {
    return api.call("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
        .text("InvokerRecordSet/0/Result")
        .equals("SUCCESS");
  }
}
