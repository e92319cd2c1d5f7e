package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Identifiers that follow from a seed. */
class SeedTest extends ControlTest {
  private static final String REGISTER_CODE = "{'RegisterLimit': 1, 'EffectiveTime': 1}";

  private void plant(long seed) {
    control.ok("PUT", "seed", "{'seed': " + seed + "}");
  }

  /** All that a few requests are given: identifiers of all kinds, secrets, request ids. */
  private List<String> given() {
    control.freeze("2021-08-31T15:59:00Z");
    List<String> answers = new ArrayList<>();
    answers.add(api.ok("CreateCommand", Body.command("deploy")).body());
    answers.add(api.ok("CreateInvoker", Body.recurring("*/3 * * * *")).body());
    answers.add(api.ok("RunCommand", Body.run("ins-aaaaaaaa", "ins-bbbbbbbb")).body());
    answers.add(api.ok("CreateRegisterCode", REGISTER_CODE).body());
    answers.add(control.advance(Duration.ofHours(1)).toString());
    answers.add(api.ok("DescribeInvokerRecords", "{}").body());
    answers.add(api.ok("DescribeInvocationTasks", "{}").body());
    answers.add(
        api.with("X-TC-Region", "ap-beijing").ok("RunCommand", Body.run("ins-aaaaaaaa")).body());
    return answers;
  }

  @Test
  void theSameRequestsGetTheSameResponses() {
    plant(7);
    List<String> first = given();
    control.call("POST", "reset", "");
    plant(7);

    assertThat(given()).isEqualTo(first);
    assertThat(control.ok("GET", "seed", "").path("seed").asLong()).isEqualTo(7);
  }

  @Test
  void anotherSeedGivesOthers() {
    plant(7);
    List<String> first = given();
    control.call("POST", "reset", "");
    plant(8);

    assertThat(given()).doesNotContainAnyElementsOf(first);
  }

  @Test
  void withoutASeedNothingIsForeseeable() {
    List<String> first = given();
    control.call("POST", "reset", "");

    assertThat(given()).doesNotContainAnyElementsOf(first);
    assertThat(control.ok("GET", "seed", "").path("seed").isNull()).isTrue();
  }

  @Test
  void isRejectedWhileItsIdentifiersAreInUse() {
    plant(7);
    String command = api.createCommand(Body.command("deploy"));

    assertThat(control.call("PUT", "seed", "{'seed': 7}").status()).isEqualTo(409);
    assertThat(control.call("PUT", "seed", "{}").status()).isEqualTo(400);
    plant(8);
    assertThat(api.createCommand(Body.command("another"))).isNotEqualTo(command);
  }

  @Test
  void continuesAfterARejectedLoad() {
    plant(7);
    api.createCommand(Body.command("one"));
    String expected = api.createCommand(Body.command("two"));
    control.call("POST", "reset", "");
    plant(7);
    api.createCommand(Body.command("one"));
    control.ok("PUT", "snapshots/refused", contradictoryFile().toString());

    assertThat(control.call("POST", "snapshots/refused/load", "").status()).isEqualTo(409);

    assertThat(api.createCommand(Body.command("two"))).isEqualTo(expected);
  }

  /** What is saved now, but further on in its identifiers and without any tenant. */
  private JsonNode contradictoryFile() {
    control.ok("PUT", "snapshots/saved", "");
    JsonNode file = control.ok("GET", "snapshots/saved", "");
    ObjectNode sequences = (ObjectNode) file.path("sequences");
    List.copyOf(sequences.properties())
        .forEach(one -> sequences.put(one.getKey(), one.getValue().asLong() + 500));
    ((ArrayNode) file.at("/tables/tenant/rows")).removeAll();
    return file;
  }

  @Test
  void outlivesARestart() {
    plant(7);
    Answer before = api.ok("CreateCommand", Body.command("deploy"));
    restart();

    Answer after = api.ok("CreateCommand", Body.command("another"));
    assertThat(control.ok("GET", "seed", "").path("seed").asLong()).isEqualTo(7);
    assertThat(after.text("CommandId")).isNotEqualTo(before.text("CommandId"));
    assertThat(after.text("RequestId")).isNotEqualTo(before.text("RequestId"));
  }

  @Test
  void noNumberIsGivenTwiceOnceTheSeedIsGone() {
    List<String> before = commands();
    plant(42);
    commands();
    control.ok("PUT", "snapshots/seeded", "");
    control.call("POST", "reset", "");
    List<String> between = commands();
    control.call("POST", "snapshots/seeded/load", "");
    commands();
    control.call("POST", "reset", "");

    assertThat(commands()).doesNotContainAnyElementsOf(before).doesNotContainAnyElementsOf(between);
    control.call("DELETE", "snapshots/seeded", "");
  }

  private List<String> commands() {
    return IntStream.range(0, 20)
        .mapToObj(i -> api.createCommand(Body.command("c" + System.nanoTime() % 1_000_000_000)))
        .toList();
  }
}
