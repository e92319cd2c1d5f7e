package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What ended longer ago than {@code tat.retention} goes, and what is told of the rest is true. */
class RetentionTest extends ControlTest {
  private static final String KEPT = "--tat.retention=6h";
  private static final String MEMORY = "--tat.storage=memory";
  private static final String START = "2030-01-01T00:00:30Z";
  private static final int MINUTES_KEPT = 360;

  /** A hundredth of the retention, and what the end of the move leaves to the next look. */
  private static final int LATE = 5;

  private static final List<String> LISTS =
      List.of("DescribeInvokerRecords", "DescribeInvocations", "DescribeInvocationTasks");

  @Override
  protected String[] settings() {
    return new String[] {MEMORY, KEPT};
  }

  @BeforeEach
  void freeze() {
    control.freeze(START);
  }

  private void awaitTotals(long least, long most) {
    await()
        .untilAsserted(
            () ->
                assertThat(LISTS.stream().map(action -> Pages.total(api, action)))
                    .allMatch(
                        total -> total >= least && total <= most, "%s..%s".formatted(least, most)));
  }

  private long recordsOf(String invoker) {
    return api.ok("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
        .number("TotalCount");
  }

  private int rows(String table) {
    Integer count =
        emulator
            .part(JdbcTemplate.class)
            .queryForObject("select count(*) from " + table, Integer.class);
    return count == null ? 0 : count;
  }

  @Test
  void whatIsOlderGoesAndTheTotalsAreThoseOfWhatIsLeft() {
    String often = api.createInvoker(Body.recurring("* * * * *"));
    String seldom = api.createInvoker(Body.recurring("0 */2 * * *"));

    control.advance(Duration.ofHours(18));

    awaitTotals(MINUTES_KEPT, MINUTES_KEPT + LATE + 5);
    List<JsonNode> records = Pages.all(api, "DescribeInvokerRecords", "InvokerRecordSet");
    List<String> invokers = Pages.texts(records, "InvokerId");
    assertThat(records).hasSize((int) Pages.total(api, "DescribeInvokerRecords"));
    assertThat(recordsOf(often)).isEqualTo(invokers.stream().filter(often::equals).count());
    assertThat(recordsOf(seldom))
        .isBetween(3L, 4L)
        .isEqualTo(invokers.stream().filter(seldom::equals).count());
    assertThat(Pages.texts(records, "Result")).containsOnly("SUCCESS");
    assertThat(records.get(0).path("InvokeTime").asString()).isEqualTo("2030-01-01T18:00:00Z");
    Set<String> invocations =
        new HashSet<>(
            Pages.texts(Pages.all(api, "DescribeInvocations", "InvocationSet"), "InvocationId"));
    assertThat(invocations).isEqualTo(new HashSet<>(Pages.texts(records, "InvocationId")));
    assertThat(rows("invocation_task")).isEqualTo(records.size());
  }

  @Test
  void aMoveRemovesOldInvocationsOnTheWay() {
    api.createInvoker(Body.recurring("*/6 * * * *"));

    control.advance(Duration.ofHours(54));

    // Twice what is kept: a batch of the last look may still be to come.
    assertThat(Pages.total(api, "DescribeInvocations")).isBetween(60L, 120L);
  }

  @Test
  void oneThatStillRunsKeepsWhatBeganAfterIt() {
    control.ok(
        "POST",
        "outcomes",
        "{'match': {'instance': 'ins-aaaaaaaa'}, 'outcome': {'duration': 'PT5H'}}");
    api.ok("RunCommand", Body.run("ins-aaaaaaaa").with("Timeout", 86_400));
    control.advance(Duration.ofHours(1));
    api.ok("RunCommand", Body.run("ins-bbbbbbbb"));
    // A tenant that comes after the other one.
    Api elsewhere = api.with("X-TC-Region", "ap-beijing");
    elsewhere.ok("RunCommand", Body.run("ins-bbbbbbbb"));
    final int revisions = rows("command_revision");

    control.advance(Duration.ofHours(9));
    awaitTotal(elsewhere, 0);
    await().untilAsserted(() -> assertThat(rows("command_revision")).isEqualTo(revisions - 1));
    awaitTotal(api, 2);

    control.advance(Duration.ofHours(3));
    awaitTotal(api, 0);
  }

  private static void awaitTotal(Api caller, long total) {
    await()
        .untilAsserted(
            () -> assertThat(Pages.total(caller, "DescribeInvocations")).isEqualTo(total));
  }

  @Test
  void revisionsGoWithTheLastInvocationThatRanThem() {
    final int given = rows("command_revision");
    final String changed = api.createCommand(Body.command("changed"));
    api.ok("InvokeCommand", Body.invoke(changed, "ins-aaaaaaaa"));
    api.ok("ModifyCommand", Body.of("{}").with("CommandId", changed).with("Timeout", 61));
    String deleted = api.createCommand(Body.command("deleted"));
    api.ok("DeleteCommand", Body.of("{}").with("CommandId", deleted));
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));
    assertThat(rows("command_revision")).isEqualTo(given + 4);

    control.advance(Duration.ofHours(5));
    String late =
        api.ok("InvokeCommand", Body.invoke(changed, "ins-aaaaaaaa")).text("InvocationId");
    control.advance(Duration.ofHours(3));

    await().untilAsserted(() -> assertThat(rows("command_revision")).isEqualTo(given + 1));
    assertThat(api.ok("DescribeInvocations", "{}").texts("InvocationSet", "InvocationId"))
        .containsExactly(late);
    assertThat(api.ok("DescribeCommands", "{}").texts("CommandSet", "CommandId")).contains(changed);
  }

  @Test
  void theResetOfATenantTakesItsRevisionsAlong() {
    final int given = rows("command_revision");
    Api elsewhere = api.with("X-TC-Region", "ap-beijing");
    elsewhere.ok("DescribeCommands", "{}");
    String command = elsewhere.createCommand(Body.command("mine"));
    elsewhere.ok("ModifyCommand", Body.of("{}").with("CommandId", command).with("Timeout", 61));
    elsewhere.ok("DeleteCommand", Body.of("{}").with("CommandId", command));

    assertThat(control.call("POST", "reset?region=ap-beijing", "").status()).isEqualTo(204);

    assertThat(rows("command_revision")).isEqualTo(given);
  }

  @Test
  void everythingIsKeptUnlessAskedOtherwise() {
    restart(MEMORY);
    control.call("POST", "reset", "");
    control.freeze(START);
    api.createInvoker(Body.recurring("0 0 * * *"));

    control.advance(Duration.ofDays(400));

    assertThat(LISTS.stream().map(action -> Pages.total(api, action))).containsOnly(400L);
  }
}
