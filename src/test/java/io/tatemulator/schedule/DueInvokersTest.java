package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.tat.ResourceId;
import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class DueInvokersTest extends AcceptanceTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final int BATCH = 40;

  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  /** Each makes the transaction of its invoker fail: a record that exists, an id too long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into invoker_record (id, tenant_id, invoker_number, invocation_id, due_at, fired_at, ordinal)"
            + " select -id, tenant_id, number, 0, next_fire_at, 0, 0 from invoker where number = ?",
        "update invoker set instance_ids = 'ins-0123456789012345678901234567890123456789'"
            + " where number = ?"
      })
  void oneThatCannotFireDoesNotHoldUpTheOthers(String poison) {
    Instant dueAt = dueAt();
    List<String> ids =
        IntStream.range(0, BATCH).mapToObj(i -> create(Requests.once(dueAt))).toList();
    String poisoned = ids.get(BATCH / 3);
    jdbc.update(poison, number(poisoned));

    hostClock.advance(Duration.ofHours(1));
    settle();

    assertThat(total()).isEqualTo(BATCH - 1);
    assertThat(nextFireAt(poisoned)).isNull();
    assertThat(Pages.texts(records(), "InvokerId"))
        .filteredOn(id -> !id.equals(poisoned))
        .doesNotHaveDuplicates()
        .hasSize(BATCH - 1);
    assertThat(Pages.total(api, "DescribeInvocations")).isEqualTo(BATCH - 1);
  }

  @Test
  void aLostAlarmCostsNoFire() {
    String id = create(Requests.once(dueAt()));
    // Nothing announces this change.
    jdbc.update(
        "update invoker set next_fire_at = ? where number = ?",
        Instant.now(clock).toEpochMilli(),
        number(id));

    await().atMost(TIMEOUT).until(() -> total() == 1);
  }

  @Test
  void anInstanceThatCannotBeReachedFailsOnDeliveryAndTheOthersRun() {
    String id =
        create(Requests.once(dueAt()).replace("'ins-yx05ky8j'", "'ins-yx05ky8j', 'ins-gone0000'"));
    jdbc.update("update instance set state = 'STOPPED' where instance_id = 'ins-gone0000'");

    advance(Duration.ofHours(1));

    assertThat(results(id)).containsExactly("PARTIAL_FAILED");
    assertThat(Pages.texts(tasks(), "TaskStatus"))
        .containsExactlyInAnyOrder("SUCCESS", "DELIVER_FAILED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state = 'STOPPED'", "agent = 'OFFLINE'", "agent = 'NONE'"})
  void whenNoInstanceCanBeReachedTheInvocationFailed(String change) {
    String id = create(Requests.once(dueAt()).replace(INSTANCE, "ins-gone0001"));
    jdbc.update("update instance set " + change + " where instance_id = 'ins-gone0001'");

    advance(Duration.ofHours(1));

    assertThat(results(id)).containsExactly("FAILED");
    Answer invocations = api.call("DescribeInvocations", "{}");
    assertThat(invocations.text("InvocationSet/0/InvocationStatus")).isEqualTo("FAILED");
    assertThat(invocations.text("InvocationSet/0/EndTime")).isNotEmpty();
    assertThat(Pages.texts(tasks(), "TaskStatus")).containsExactly("DELIVER_FAILED");
    assertThat(Pages.texts(tasks(), "ErrorInfo").get(0)).isNotEmpty();
  }

  private Instant dueAt() {
    return Instant.now(clock).plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }

  private String create(String body) {
    Answer answer = api.call("CreateInvoker", body);
    assertThat(answer.code()).isEmpty();
    return answer.text("InvokerId");
  }

  private long total() {
    return Pages.total(api, "DescribeInvokerRecords");
  }

  private List<JsonNode> records() {
    return Pages.all(api, "DescribeInvokerRecords", "InvokerRecordSet");
  }

  private List<JsonNode> tasks() {
    return Pages.all(api, "DescribeInvocationTasks", "InvocationTaskSet");
  }

  private List<String> results(String id) {
    return Pages.texts(
        api.call("DescribeInvokerRecords", Requests.invokers(List.of(id))).list("InvokerRecordSet"),
        "Result");
  }

  private static long number(String id) {
    return ResourceId.INVOKER.parse(id).orElseThrow();
  }

  private @Nullable Long nextFireAt(String id) {
    return jdbc.queryForObject(
        "select next_fire_at from invoker where number = ?", Long.class, number(id));
  }
}
