package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The state is saved, changed and loaded again. */
class SnapshotsTest extends ControlTest {
  private static final List<String> QUESTIONS =
      List.of(
          "DescribeAutomationAgentStatus",
          "DescribeCommands",
          "DescribeInvocationTasks",
          "DescribeInvocations",
          "DescribeInvokerRecords",
          "DescribeInvokers",
          "DescribeQuotas",
          "DescribeRegions",
          "DescribeRegisterCodes",
          "DescribeRegisterInstances",
          "DescribeScenes");

  private static final List<String> ROUTES = List.of("clock", "outcomes", "faults", "instances");

  @BeforeEach
  void begin() {
    control
        .ok("GET", "snapshots", "")
        .path("snapshots")
        .forEach(kept -> control.call("DELETE", "snapshots/" + kept.path("name").asString(), ""));
    control.freeze("2021-08-31T15:59:00Z");
  }

  /** Something of each kind, done and still to be done, in two regions. */
  private void populate(String name) {
    control.ok(
        "POST",
        "outcomes",
        "{'match': {'instance': 'ins-bbbbbbbb'}, 'outcome': {'exitCode': 3, 'output': '%s é'}}"
            .formatted(name));
    control.ok("POST", "outcomes", "{'outcome': {'duration': 'PT90S'}}");
    control.ok(
        "POST", "faults", "{'match': {'action': 'DeleteInvoker'}, 'fault': {'status': 500}}");
    control.ok("PUT", "instances/ins-cccccccc", "{'platform': 'windows'}");
    for (Api region : List.of(api, api.with("X-TC-Region", "ap-beijing"))) {
      region.createCommand(
          Body.command(name).with("Tags", List.of(Map.of("Key", "k", "Value", name))));
      region.createInvoker(Body.recurring("*/3 * * * *").with("Name", name));
      region.ok("CreateRegisterCode", "{'RegisterLimit': 1, 'EffectiveTime': 1}");
      region.ok("RunCommand", Body.run("ins-aaaaaaaa", "ins-bbbbbbbb"));
    }
    control.advance(Duration.ofMinutes(10));
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));
    control.advance(Duration.ZERO);
  }

  /** All answers, without what differs from one request to the next. */
  private Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String region : List.of("ap-guangzhou", "ap-beijing")) {
      for (String action : QUESTIONS) {
        String body = action.equals("DescribeQuotas") ? "{'ResourceNames': ['COMMAND']}" : "{}";
        answers.put(
            region + " " + action,
            api.with("X-TC-Region", region)
                .call(action, body)
                .body()
                .replaceAll("\"RequestId\":\"[^\"]*\"", ""));
      }
    }
    ROUTES.forEach(route -> answers.put(route, control.ok("GET", route, "").toString()));
    // Against the host's clock, which goes on.
    answers.computeIfPresent("clock", (route, clock) -> clock.replaceAll(",\"offset.*", ""));
    return answers;
  }

  @Test
  void whatIsLoadedIsWhatWasSaved() {
    populate("first");
    Map<String, String> before = answers();
    control.ok("PUT", "snapshots/one", "");
    populate("second");
    control.call("POST", "reset", "");
    control.freeze("2031-01-01T00:00:00Z");
    populate("third");

    assertThat(control.call("POST", "snapshots/one/load", "").status()).isEqualTo(204);

    assertThat(answers()).isEqualTo(before);
  }

  @Test
  void workContinuesFromTheLoadedState() {
    populate("first");
    control.ok("PUT", "snapshots/one", "");
    control.advance(Duration.ofHours(1));
    Map<String, String> later = answers();
    control.call("POST", "snapshots/one/load", "");

    control.advance(Duration.ofHours(1));

    // New identifiers, since ids are never assigned twice; everything else repeats.
    assertThat(without(answers())).isEqualTo(without(later));
    assertThat(answers()).isNotEqualTo(later);
  }

  private static Map<String, String> without(Map<String, String> answers) {
    Map<String, String> bare = new LinkedHashMap<>();
    answers.forEach((key, value) -> bare.put(key, value.replaceAll("inv[kt]?-[0-9a-z]{8}", "")));
    return bare;
  }

  @Test
  void aSeedReproducesResponsesAfterALoad() {
    control.ok("PUT", "seed", "{'seed': 3}");
    populate("first");
    control.ok("PUT", "snapshots/one", "");
    populate("second");
    Map<String, String> later = answers();
    String requestId = api.ok("DescribeRegions", "{}").text("RequestId");
    control.call("POST", "snapshots/one/load", "");
    populate("second");

    assertThat(answers()).isEqualTo(later);
    assertThat(api.ok("DescribeRegions", "{}").text("RequestId")).isEqualTo(requestId);
  }

  @Test
  void anExportedFileCanBeImportedElsewhere() {
    populate("first");
    Map<String, String> before = answers();
    control.ok("PUT", "snapshots/one", "");
    String file = control.ok("GET", "snapshots/one", "").toString();
    restart("--tat.storage=memory");
    populate("second");

    control.ok("PUT", "snapshots/two", file);
    control.call("POST", "snapshots/two/load", "");

    assertThat(answers()).isEqualTo(before);
    String command = api.createCommand(Body.command("after"));
    assertThat(before.toString()).doesNotContain(command);
  }

  @Test
  void snapshotsAreListedForkedAndDeletedAndOutliveARestartAndAReset() {
    control.ok("PUT", "snapshots/one", "");
    control.ok("POST", "snapshots/one/fork?as=two", "");
    control.call("POST", "reset", "");
    restart();

    assertThat(names()).containsExactly("one", "two");
    assertThat(control.call("POST", "snapshots/one/fork?as=two", "").status()).isEqualTo(409);
    assertThat(control.call("DELETE", "snapshots/one", "").status()).isEqualTo(204);
    assertThat(names()).containsExactly("two");
    assertThat(control.call("DELETE", "snapshots/one", "").status()).isEqualTo(404);
    assertThat(control.call("GET", "snapshots/one", "").status()).isEqualTo(404);
    assertThat(control.call("POST", "snapshots/one/load", "").status()).isEqualTo(404);
    assertThat(control.call("POST", "snapshots/one/fork?as=x", "").status()).isEqualTo(404);
    assertThat(control.call("PUT", "snapshots/a%20b", "").status()).isEqualTo(400);
  }

  private List<String> names() {
    return control
        .ok("GET", "snapshots", "")
        .path("snapshots")
        .valueStream()
        .map(kept -> kept.path("name").asString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | the member `format`",
        "[ | expected a JSON object",
        "{'format': 1} | invalid value for `format`: expected 2",
        "{'format': 2, 'savedAt': 3} | savedAt",
        "{'format': 2, 'savedAt': '2026-11-22T00:00:00Z', 'sequences': {'ids': 0}} | sequences.ids",
        "{'format': 2, 'savedAt': '2026-11-22T00:00:00Z', 'sequences': {'ids': 1, 'requests': 1},"
            + " 'tables': {}} | tenant",
        "{'format': 2, | line 1"
      })
  void anInvalidFileIsRejected(String file, String named) {
    Control.Reply refused = control.call("PUT", "snapshots/one", file);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).contains(named);
    assertThat(names()).isEmpty();
  }

  @Test
  void invalidRowsAreRejectedAndChangeNothing() {
    populate("first");
    control.ok("PUT", "snapshots/one", "");
    ObjectNode file = (ObjectNode) control.ok("GET", "snapshots/one", "");
    ArrayNode tenants = (ArrayNode) file.at("/tables/tenant/rows");
    JsonNode shorter = JsonMapper.shared().createArrayNode().add(1);
    ArrayNode twice = (ArrayNode) tenants.get(0).deepCopy();

    tenants.add(shorter);
    assertThat(control.call("PUT", "snapshots/two", file.toString()).error()).contains("tenant");
    tenants.remove(tenants.size() - 1);
    tenants.add(twice);
    control.ok("PUT", "snapshots/two", file.toString());
    Map<String, String> before = answers();

    assertThat(control.call("POST", "snapshots/two/load", "").status()).isEqualTo(409);
    assertThat(answers()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource("rule_book, 2, no rule")
  void anUnreadableRuleIsRejectedAndChangesNothing(String table, int column, String value) {
    populate("first");
    control.ok("PUT", "snapshots/one", "");
    ObjectNode file = (ObjectNode) control.ok("GET", "snapshots/one", "");
    ((ArrayNode) file.at("/tables/" + table + "/rows/0")).set(column, value);
    control.ok("PUT", "snapshots/two", file.toString());
    Map<String, String> before = answers();

    assertThat(control.call("POST", "snapshots/two/load", "").status()).isEqualTo(409);
    assertThat(answers()).isEqualTo(before);
  }

  @Test
  void outOfRangeSequencesAreRejected() {
    control.ok("PUT", "snapshots/one", "");
    ObjectNode file = (ObjectNode) control.ok("GET", "snapshots/one", "");
    ((ObjectNode) file.path("sequences")).put("ids", Long.MAX_VALUE);

    assertThat(control.call("PUT", "snapshots/two", file.toString()).error())
        .contains("sequences.ids");
  }

  @Test
  void aLoadDeletesFaultsDuringConcurrentRequests() {
    control.ok("PUT", "snapshots/none", "");
    AtomicBoolean done = new AtomicBoolean();
    try (ConcurrentCallers callers =
        new ConcurrentCallers(
            4,
            number ->
                () -> {
                  while (!done.get()) {
                    api.ok("DescribeRegions", "{}");
                  }
                  return number;
                })) {
      for (int i = 0; i < 20; i++) {
        control.ok("PUT", "faults", "{'rules': [{'fault': {'latency': 'PT0S'}}]}");
        control.call("POST", "snapshots/none/load", "");

        assertThat(control.ok("GET", "faults", "").path("rules")).isEmpty();
      }
      done.set(true);
      callers.join();
    }
  }
}
