package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two emulators on one database. */
@IndependentOfStorage
class NodesTest extends PostgresTest {
  private final MutableClock hostClock = new MutableClock();
  private InProcess one;
  private InProcess two;

  @BeforeEach
  void startBoth() {
    one = node("one");
    two = node("two");
  }

  @AfterEach
  void stopBoth() {
    one.close();
    two.close();
  }

  private InProcess node(String name, String... more) {
    List<String> all = settings("--tat.cluster.enabled=true", "--tat.cluster.node=" + name);
    all.addAll(List.of(more));
    return new InProcess(folder.resolve(name), hostClock, all.toArray(String[]::new));
  }

  private static Control control(InProcess node) {
    return new Control(node.port());
  }

  private static List<String> names(InProcess node) {
    List<String> names = new ArrayList<>();
    control(node).ok("GET", "info", "").path("nodes").forEach(name -> names.add(name.asString()));
    return names;
  }

  @Test
  void eachInvokerFiresOnceWhicheverNodeFires() throws Exception {
    String due = one.part(EmulatorClock.class).instant().plusSeconds(60).toString();
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      created.add(one.api().createInvoker(Body.once(due)));
      created.add(two.api().createInvoker(Body.once(due)));
    }

    hostClock.advance(Duration.ofMinutes(2));

    await().until(() -> Pages.total(one.api(), "DescribeInvokerRecords") >= created.size());
    await().untilAsserted(() -> assertThat(results(two)).containsOnly("SUCCESS"));
    List<JsonNode> records = records(two);
    assertThat(Pages.texts(records, "InvokerId")).containsExactlyInAnyOrderElementsOf(created);
    assertThat(records(one)).isEqualTo(records);
  }

  private static List<JsonNode> records(InProcess node) {
    return Pages.all(node.api(), "DescribeInvokerRecords", "InvokerRecordSet");
  }

  private static List<String> results(InProcess node) {
    return Pages.texts(records(node), "Result");
  }

  @Test
  void rulesApplyOnAllNodesAndCountThere() {
    control(one)
        .ok(
            "PUT",
            "outcomes",
            "{'rules': [{'match': {'content': '.*', 'nth': 2}, 'outcome': {'exitCode': 3}}]}");

    // One after the other, since a rule counts tasks when they start.
    assertThat(List.of(two, one, two))
        .map(NodesTest::statusOfARun)
        .containsExactly("SUCCESS", "FAILED", "SUCCESS");
    for (InProcess node : List.of(one, two)) {
      JsonNode rule = control(node).ok("GET", "outcomes", "").path("rules").get(0);
      assertThat(rule.path("matched").asLong()).isEqualTo(3);
    }
  }

  private static String statusOfARun(InProcess node) {
    String invocation = node.api().ok("RunCommand", Body.run("ins-aaaaaaaa")).text("InvocationId");
    return await()
        .until(
            () -> node.api().tasks(invocation).get(0).path("TaskStatus").asString(),
            status -> status.equals("SUCCESS") || status.equals("FAILED"));
  }

  @Test
  void aMoveOfTheClockOnOneNodeIsOneOfAll() {
    control(one).freeze("2027-01-01T00:30:00Z");
    assertThat(control(two).now()).isEqualTo("2027-01-01T00:30:00Z");
    String invoker = two.api().createInvoker(Body.recurring("0 * * * *"));

    control(two).advance(Duration.ofHours(3));

    assertThat(control(one).now()).isEqualTo("2027-01-01T03:30:00Z");
    assertThat(
            one.api()
                .ok("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
                .texts("InvokerRecordSet", "Result"))
        .containsExactly("SUCCESS", "SUCCESS", "SUCCESS");
    assertThat(
            one.api().ok("DescribeInvokers", "{}").text("InvokerSet/0/ScheduleSettings/InvokeTime"))
        .isEqualTo("2027-01-01T04:00:00Z");
  }

  @Test
  void aMoveIsCancelledOnAnotherNode() throws Exception {
    control(one).freeze("2027-01-01T00:30:00Z");
    one.api().createInvoker(Body.recurring("* * * * *"));
    try (ConcurrentCallers mover =
        new ConcurrentCallers(
            1, i -> () -> control(one).call("POST", "clock/advance", "{'by': 'P5D'}"))) {
      await().until(() -> control(one).now().isAfter(Instant.parse("2027-01-01T00:40:00Z")));

      assertThat(control(two).call("DELETE", "clock/advance", "").status()).isEqualTo(200);

      mover.join();
    }
    assertThat(control(one).now())
        .isEqualTo(control(two).now())
        .isBefore(Instant.parse("2027-01-05T00:00:00Z"));
  }

  @Test
  void resetsAndSnapshotsAreThoseOfAllNodes() {
    control(one).freeze("2027-01-01T00:00:00Z");
    String kept = one.api().createCommand(Body.command("kept"));
    control(one).ok("PUT", "snapshots/state", "");

    assertThat(control(two).call("POST", "reset", "").status()).isEqualTo(204);
    assertThat(commands(one)).doesNotContain("kept");
    assertThat(control(one).now())
        .isEqualTo(control(two).now())
        .isNotEqualTo("2027-01-01T00:00:00Z");
    String other = two.api().createCommand(Body.command("other"));

    assertThat(control(two).call("POST", "snapshots/state/load", "").status()).isEqualTo(204);
    assertThat(commands(one)).contains("kept").doesNotContain("other");
    assertThat(control(one).now()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(one.api().createCommand(Body.command("third"))).isNotIn(kept, other);
    assertThat(two.api().createCommand(Body.command("fourth"))).isNotIn(kept, other);
  }

  @Test
  void aSnapshotHasNoIdThatAnotherNodeHasTaken() {
    one.api().createCommand(Body.command("one"));
    String other = two.api().createCommand(Body.command("two"));
    control(one).ok("PUT", "snapshots/state", "");

    assertThat(control(one).call("POST", "snapshots/state/load", "").status()).isEqualTo(204);

    assertThat(commands(two)).contains("one", "two");
    assertThat(one.api().createCommand(Body.command("three"))).isNotEqualTo(other);
    assertThat(two.api().createCommand(Body.command("four"))).isNotEqualTo(other);
  }

  @Test
  void noIdIsReturnedAgainAfterASeed() {
    one.api().createCommand(Body.command("one"));
    List<String> ids = new ArrayList<>(List.of(two.api().createCommand(Body.command("two"))));
    control(one).ok("PUT", "seed", "{'seed': 7}");
    control(two).call("POST", "reset", "");

    for (int i = 0; i < 3; i++) {
      ids.add(one.api().createCommand(Body.command("of-one-" + i)));
      ids.add(two.api().createCommand(Body.command("of-two-" + i)));
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void eitherACommandIsDeletedOrAnotherNodeRefersToIt() throws Exception {
    for (int round = 0; round < 30; round++) {
      String command = one.api().createCommand(Body.command("raced-" + round));
      Body invoker = Body.recurring("* * * * *").with("CommandId", command);
      Queue<String> codes = new ConcurrentLinkedQueue<>();
      try (ConcurrentCallers callers =
          new ConcurrentCallers(
              2, i -> () -> codes.add(i == 0 ? create(invoker) : delete(command)))) {
        callers.join();
      }
      assertThat(codes).as("round %s", round).containsOnlyOnce("").hasSize(2);
      assertThat(
              List.of(
                  "", "ResourceNotFound.CommandNotFound", "ResourceUnavailable.CommandInInvoker"))
          .containsAll(codes);
    }
  }

  private String create(Body invoker) {
    return one.api().call("CreateInvoker", invoker).code();
  }

  private String delete(String command) {
    return two.api().call("DeleteCommand", Body.of("{'CommandId': '" + command + "'}")).code();
  }

  @Test
  void aNodeHasItsRequestsUntilTheStateIsAnotherOne() {
    one.api().createCommand(Body.command("kept"));

    control(two).ok("PUT", "outcomes", "{'rules': []}");
    assertThat(requests(one)).isEqualTo(1);

    control(two).call("POST", "reset", "");
    assertThat(requests(one)).isZero();
  }

  private static int requests(InProcess node) {
    return control(node).ok("GET", "requests", "").path("requests").size();
  }

  private static List<String> commands(InProcess node) {
    return Pages.texts(Pages.all(node.api(), "DescribeCommands", "CommandSet"), "CommandName");
  }

  @Test
  void tenantsAreCreatedOnceThoughNodesMeetThem() throws Exception {
    for (int round = 0; round < 10; round++) {
      String region = "ap-guangzhou-" + round;
      List<Api> apis =
          List.of(one.api().with("X-TC-Region", region), two.api().with("X-TC-Region", region));
      try (ConcurrentCallers callers =
          new ConcurrentCallers(
              8, i -> () -> apis.get(i % 2).call("RunCommand", Body.run("ins-bbbbbbbb")).code())) {
        callers.join();
      }
      assertThat(Pages.total(apis.get(0), "DescribeInvocations")).isEqualTo(8);
    }
  }

  @Test
  void nodesAreListedAndHaveNamesOfTheirOwn() {
    assertThat(names(one)).containsExactly("one", "two");
    assertThat(control(one).ok("GET", "info", "").path("perNode").toString())
        .contains("/_tat/requests", "/_tat/events");
    assertThat(startFailure(cluster("two"))).contains("another node").contains("tat.cluster.node");

    two.close();
    two = node("two");
    two.close();

    await().untilAsserted(() -> assertThat(names(one)).containsExactly("one"));
    two = node("two");
    assertThat(names(one)).containsExactly("one", "two");
  }

  private List<String> cluster(String name) {
    return settings("--tat.cluster.enabled=true", "--tat.cluster.node=" + name);
  }

  @Test
  void anEmulatorAloneSharesWithNoNode() {
    assertThat(startFailure(settings())).contains("in use by another emulator");
    one.close();
    two.close();

    try (InProcess alone = start()) {
      assertThat(startFailure(cluster("one"))).contains("without tat.cluster.enabled");
      assertThat(control(alone).ok("GET", "info", "").has("nodes")).isFalse();
    }
  }
}
