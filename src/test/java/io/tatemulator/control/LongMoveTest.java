package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.tat.ResourceId;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Pages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A long move stores the fires of several instants together; the result does not show it. */
class LongMoveTest {
  private static final Duration WAY = Duration.ofDays(1);
  private static final Map<String, String> LISTS =
      Map.of(
          "DescribeInvokers", "InvokerSet",
          "DescribeInvokerRecords", "InvokerRecordSet",
          "DescribeInvocations", "InvocationSet",
          "DescribeInvocationTasks", "InvocationTaskSet");

  private static final Pattern ID = Pattern.compile("(ivk|inv|invt|cmd(?!-m7uma92n))-\\w{8}");

  private static final String RULES =
      """
      {'rules': [
        {'match': {'instance': 'ins-bbbbbbbb', 'nth': 3}, 'outcome': {'exitCode': 7}},
        {'match': {'instance': 'ins-aaaaaaaa', 'nth': 2},
         'outcome': {'delay': 'PT30M', 'duration': 'PT30S'}},
        {'match': {'instance': 'ins-bbbbbbbb', 'nth': 2}, 'outcome': {'delay': 'PT40M'}},
        {'match': {'instance': 'ins-aaaaaaaa'}, 'outcome': {'duration': 'PT90M'}},
        {'match': {'nth': 20}, 'outcome': {'delay': 'PT30M', 'output': 'late'}},
        {'match': {'instance': 'ins-yx05ky8j', 'nth': 12}, 'outcome': {'status': 'START_FAILED', 'errorInfo': 'no shell'}}]}""";

  private static final String OUTAGE =
      """
      {'rules': [{'match': {'instance': 'ins-bbbbbbbb'},
        'agentOffline': {'from': '2021-09-01T08:00:00Z'}}]}""";

  /** What a new emulator lists after it was set up and its clock moved in steps. */
  private static Map<String, List<String>> after(
      Duration step, BiFunction<Api, Control, String> setUp) {
    try (InProcess emulator = start()) {
      Api api = emulator.api();
      Control control = new Control(emulator.port());
      control.freeze("2021-08-31T15:59:00Z");
      long first = ResourceId.INVOKER.parse(setUp.apply(api, control)).orElseThrow();
      List<JsonNode> fires = new ArrayList<>();
      for (Duration gone = Duration.ZERO; gone.compareTo(WAY) < 0; gone = gone.plus(step)) {
        control.advance(step).path("fires").forEach(fires::add);
      }
      Map<String, List<String>> lists = new TreeMap<>();
      LISTS.forEach((action, set) -> lists.put(action, texts(Pages.all(api, action, set), first)));
      lists.put("fires", texts(fires, first));
      lists.put("rules", texts(List.of(control.ok("GET", "outcomes", "")), first));
      return lists;
    }
  }

  private static InProcess start() {
    return new InProcess(Path.of("unused"), new MutableClock(), "--tat.storage=memory");
  }

  /** The items with ids as distances from an id, since a database begins with any id. */
  private static List<String> texts(List<JsonNode> items, long first) {
    return items.stream()
        .map(item -> ID.matcher(item.toString()).replaceAll(id -> distance(id.group(), first)))
        .toList();
  }

  private static String distance(String id, long first) {
    return Stream.of(ResourceId.values())
        .filter(kind -> kind.parse(id).isPresent())
        .map(kind -> kind + " " + (kind.parse(id).getAsLong() - first))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, List<String>> requireThatStepsMakeNoDifference(
      BiFunction<Api, Control, String> setUp) {
    Map<String, List<String>> inOneMove = after(WAY, setUp);

    assertThat(inOneMove.get("DescribeInvokerRecords")).hasSizeGreaterThan(100);
    assertThat(inOneMove.get("fires")).hasSizeGreaterThan(100);
    assertThat(after(Duration.ofMinutes(10), setUp)).isEqualTo(inOneMove);
    return inOneMove;
  }

  @Test
  void theResultIsThatOfOneInstantAfterAnother() {
    requireThatStepsMakeNoDifference(
        (api, control) -> {
          String invoker = api.createInvoker(Body.recurring("*/20 * * * *"));
          api.createInvoker(
              Body.recurring("0 */2 * * *")
                  .with("InstanceIds", List.of("ins-aaaaaaaa", "ins-bbbbbbbb")));
          api.createInvoker(Body.recurring("0 * * * *"));
          api.createInvoker(Body.once("2021-09-01T12:20:00+08:00"));
          return invoker;
        });
  }

  @Test
  void rulesAndOutagesApplyAtTheInstantOfEachFire() {
    Map<String, List<String>> lists =
        requireThatStepsMakeNoDifference(
            (api, control) -> {
              control.ok("PUT", "outcomes", RULES);
              control.ok("PUT", "faults", OUTAGE);
              String invoker = api.createInvoker(Body.recurring("*/20 * * * *"));
              String command = api.createCommand(Body.command("long").with("Timeout", 3600));
              api.createInvoker(
                  Body.recurring("*/30 * * * *")
                      .with("CommandId", command)
                      .with("InstanceIds", List.of("ins-aaaaaaaa", "ins-bbbbbbbb")));
              return invoker;
            });

    assertThat(String.join("", lists.getOrDefault("DescribeInvocationTasks", List.of())))
        .contains("SUCCESS", "FAILED", "TIMEOUT", "START_FAILED", "DELIVER_FAILED");
  }

  @Test
  void moreFiresAtOneInstantThanAreStoredTogether() {
    requireThatStepsMakeNoDifference(
        (api, control) -> {
          for (int i = 0; i < 70; i++) {
            api.createInvoker(Body.recurring("0 */6 * * *"));
          }
          return api.createInvoker(Body.recurring("30 * * * *"));
        });
  }

  @Test
  void aDueInstantThatCannotFireFailsAloneAmongThoseStoredTogether() {
    try (InProcess emulator = start()) {
      Api api = emulator.api();
      Control control = new Control(emulator.port());
      control.freeze("2021-08-31T15:59:00Z");
      api.createInvoker(Body.recurring("*/10 * * * *"));
      emulator
          .part(JdbcTemplate.class)
          .update(
              "insert into invoker_record"
                  + " (id, tenant_id, invoker_number, invocation_id, due_at, fired_at, ordinal)"
                  + " select -id, tenant_id, number, 0, ?, 0, 0 from invoker",
              Instant.parse("2021-08-31T20:00:00Z").toEpochMilli());

      assertThat(control.advance(WAY).path("fired").asInt()).isEqualTo(6 * 24 - 1);
    }
  }

  @Test
  void eachTenantLastChangedAtItsOwnInstant() {
    try (InProcess emulator = start()) {
      Control control = new Control(emulator.port());
      control.freeze("2021-08-31T15:59:00Z");
      emulator.api().createInvoker(Body.recurring("0 6 * * *"));
      emulator.api().with("X-TC-Region", "ap-beijing").createInvoker(Body.recurring("0 12 * * *"));

      control.advance(WAY);

      assertThat(
              emulator
                  .part(JdbcTemplate.class)
                  .queryForList(
                      "select distinct last_event_at from tenant where last_event_at > 0 order by 1",
                      Long.class))
          .containsExactly(
              Instant.parse("2021-08-31T22:00:00Z").toEpochMilli(),
              Instant.parse("2021-09-01T04:00:00Z").toEpochMilli());
    }
  }
}
