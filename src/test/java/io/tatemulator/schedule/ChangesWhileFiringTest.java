package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.tat.ResourceId;
import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class ChangesWhileFiringTest extends AcceptanceTest {
  private static final int INVOKERS = 30;
  private static final int CALLERS = 8;
  private static final int ROUNDS = 100;
  private static final long MINUTE = 60_000;

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean done = new AtomicBoolean();

  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  private List<String> ids = List.of();
  private Object[] numbers = {};

  @BeforeEach
  void createInvokersThatAreDueEveryMinute() {
    ids =
        IntStream.range(0, INVOKERS)
            .mapToObj(i -> create(Requests.recurring("* * * * *")))
            .toList();
    numbers = ids.stream().map(id -> ResourceId.INVOKER.parse(id).orElseThrow()).toArray();
  }

  @Test
  void everyFireBelongsToTheScheduleAndNoneIsCountedTwice(CapturedOutput log) {
    fireWhileCallersChangeThem();

    assertThat(errors).isEmpty();
    assertThat(log).doesNotContain("cannot fire");
    assertThat(count("count(*)", "due_at % " + MINUTE + " <> 0")).as("off schedule").isZero();
    assertThat(count("count(*)", "true"))
        .isGreaterThan(INVOKERS)
        .isEqualTo(count("count(distinct (invoker_number, due_at))", "true"))
        .isEqualTo(count("count(distinct (invoker_number, ordinal))", "true"))
        .isEqualTo(count("count(distinct invocation_id)", "true"))
        .isEqualTo(Pages.total(api, "DescribeInvokerRecords"))
        .isEqualTo(Pages.total(api, "DescribeInvocations"));
    assertThat(parked()).as("enabled, and yet never due again").isZero();
  }

  @Test
  void whatIsDisabledNoLongerFires() {
    fireWhileCallersChangeThem();
    ids.forEach(id -> api.call("DisableInvoker", Requests.invoker(id)));
    long fired = count("count(*)", "true");

    hostClock.advance(Duration.ofMinutes(3));
    settle();

    assertThat(count("count(*)", "true")).isEqualTo(fired);
  }

  private void fireWhileCallersChangeThem() {
    try (ConcurrentCallers callers =
        new ConcurrentCallers(CALLERS, i -> () -> changeUntilDone(new Random(i)))) {
      for (int round = 0; round < ROUNDS; round++) {
        hostClock.advance(Duration.ofMinutes(1));
        // At once, or the callers would have changed all that is due before it fires.
        settle();
      }
      done.set(true);
      callers.join();
    }
    // A row that a caller changed amid the last round is left to the next look.
    settle();
  }

  private Void changeUntilDone(Random random) {
    while (!done.get()) {
      Answer answer = change(ids.get(random.nextInt(INVOKERS)), random.nextInt(1000));
      if (answer.code().startsWith("InternalError")) {
        errors.add(answer.message());
      }
    }
    return null;
  }

  private Answer change(String id, int dice) {
    String invoker = Requests.invoker(id);
    if (dice == 0) {
      return api.call("DeleteInvoker", invoker);
    }
    if (dice < 200) {
      return api.call("DisableInvoker", invoker);
    }
    if (dice < 600) {
      return api.call("EnableInvoker", invoker);
    }
    String settings = dice < 850 ? everyMinutes(dice % 3 + 1) : Requests.onceSettings(nextMinute());
    return api.call(
        "ModifyInvoker", "{'InvokerId': '" + id + "', 'ScheduleSettings': " + settings + "}");
  }

  private static String everyMinutes(int minutes) {
    return Requests.recurringSettings("*/" + minutes + " * * * *");
  }

  private Instant nextMinute() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }

  private String create(String body) {
    Answer answer = api.call("CreateInvoker", body);
    assertThat(answer.code()).isEmpty();
    return answer.text("InvokerId");
  }

  private long count(String what, String condition) {
    return query(
        "select "
            + what
            + " from invoker_record where invoker_number in (:numbers) and "
            + condition);
  }

  private long parked() {
    return query(
        "select count(*) from invoker where number in (:numbers)"
            + " and enabled and recurrence is not null and next_fire_at is null");
  }

  private long query(String sql) {
    Long count =
        jdbc.queryForObject(
            sql.replace(
                ":numbers",
                Arrays.stream(numbers)
                    .limit(INVOKERS)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "))),
            Long.class);
    return count == null ? 0 : count;
  }
}
