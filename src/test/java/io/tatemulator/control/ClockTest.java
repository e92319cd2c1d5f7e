package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Time as tests move it, over HTTP. */
class ClockTest extends ControlTest {
  private static final String BEFORE = "2021-08-31T15:59:00Z";

  private Answer records(int limit) {
    return api.ok("DescribeInvokerRecords", "{'Limit': " + limit + "}");
  }

  private List<String> statuses() {
    return api.ok("DescribeInvocations", "{}").texts("InvocationSet", "InvocationStatus");
  }

  @Test
  void thePublishedOnceExampleFiresAtItsInstant() {
    control.freeze(BEFORE);
    String invoker = api.createInvoker(Body.once("2021-09-01T00:00:00+08:00"));

    JsonNode travel = control.advance(Duration.ofMinutes(1));

    assertThat(travel.path("from").asString()).isEqualTo(BEFORE);
    assertThat(travel.path("now").asString()).isEqualTo("2021-08-31T16:00:00Z");
    assertThat(travel.path("fired").asInt()).isEqualTo(1);
    assertThat(travel.at("/fires/0/invokerId").asString()).isEqualTo(invoker);
    assertThat(travel.at("/fires/0/dueAt").asString()).isEqualTo("2021-08-31T16:00:00Z");
    Answer records = records(10);
    assertThat(records.number("TotalCount")).isEqualTo(1);
    assertThat(records.text("InvokerRecordSet/0/InvokeTime")).isEqualTo("2021-08-31T16:00:00Z");
    assertThat(records.text("InvokerRecordSet/0/Result")).isEqualTo("SUCCESS");
    assertThat(records.text("InvokerRecordSet/0/InvocationId"))
        .isEqualTo(travel.at("/fires/0/invocationId").asString());
  }

  @Test
  void threeDaysCreateThePublishedNumberOfRecords() {
    control.freeze("2021-09-03T09:21:05Z");
    api.createInvoker(Body.recurring("*/3 * * * *"));

    control.advance(Duration.ofDays(3).plusMinutes(9));

    Answer records = records(2);
    assertThat(records.number("TotalCount")).isEqualTo(1443);
    assertThat(records.texts("InvokerRecordSet", "InvokeTime"))
        .containsExactly("2021-09-06T09:30:00Z", "2021-09-06T09:27:00Z");
    assertThat(records.texts("InvokerRecordSet", "Result")).containsOnly("SUCCESS");
  }

  @Test
  void nothingHappensBeforeTheClockIsMoved() {
    control.freeze(BEFORE);
    api.createInvoker(Body.once("2021-08-31T15:59:01Z"));

    assertThat(control.advance(Duration.ofMillis(999)).path("fired").asInt()).isZero();
    assertThat(records(1).number("TotalCount")).isZero();
    assertThat(control.advance(Duration.ofMillis(1)).path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsStartedWhileTheClockStandsEndsAtThatInstant() {
    control.freeze(BEFORE);
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));

    await().untilAsserted(() -> assertThat(statuses()).containsExactly("SUCCESS"));
    assertThat(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/EndTime"))
        .isEqualTo(BEFORE);
  }

  @Test
  void tasksTakeTheirTimeAndTimeOut() {
    control.ok("POST", "outcomes", "{'outcome': {'duration': 'PT90S'}}");
    control.freeze(BEFORE);
    for (int timeout : new int[] {60, 120}) {
      String command =
          api.createCommand(Body.command("timeout-" + timeout).with("Timeout", timeout));
      api.createInvoker(Body.once("2021-08-31T16:00:00Z").with("CommandId", command));
    }

    control.advance(Duration.ofMinutes(1).plusSeconds(59));
    assertThat(records(2).texts("InvokerRecordSet", "Result")).containsOnly("RUNNING");
    control.advance(Duration.ofSeconds(1));
    assertThat(statuses()).containsExactlyInAnyOrder("RUNNING", "TIMEOUT");
    control.advance(Duration.ofHours(1));

    assertThat(statuses()).containsExactlyInAnyOrder("SUCCESS", "TIMEOUT");
    assertThat(api.ok("DescribeInvocations", "{}").texts("InvocationSet", "EndTime"))
        .containsExactlyInAnyOrder("2021-08-31T16:01:00Z", "2021-08-31T16:01:30Z");
  }

  @Test
  void aCancelAmidARunTerminatesIt() {
    control.ok("POST", "outcomes", "{'outcome': {'duration': 'PT90S'}}");
    control.freeze(BEFORE);
    String invocation =
        api.ok("RunCommand", Body.run("ins-aaaaaaaa").with("Timeout", 120)).text("InvocationId");
    control.advance(Duration.ofSeconds(30));

    api.ok("CancelInvocation", "{'InvocationId': '" + invocation + "'}");
    control.advance(Duration.ZERO);

    assertThat(statuses()).containsExactly("CANCELLED");
    assertThat(api.ok("DescribeInvocationTasks", "{}").texts("InvocationTaskSet", "TaskStatus"))
        .containsExactly("TERMINATED");
    assertThat(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/EndTime"))
        .isEqualTo("2021-08-31T15:59:30Z");
  }

  @Test
  void advanceToNextStopsAtTheNextDueInstant() {
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("0 0 1 * *"));

    assertThat(control.ok("POST", "clock/advance-to-next", "").path("now").asString())
        .isEqualTo("2021-08-31T16:00:00Z");
    assertThat(control.ok("POST", "clock/advance-to-next", "").path("now").asString())
        .isEqualTo("2021-09-30T16:00:00Z");
    assertThat(records(1).number("TotalCount")).isEqualTo(2);
  }

  @Test
  void goesBackOnlyWhileNothingLaterHasHappened() {
    control.freeze("2030-01-01T00:00:00Z");
    control.freeze(BEFORE);
    control.advance(Duration.ofDays(3));
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("0 0 1 1 *"));

    Control.Reply refused =
        control.call("PUT", "clock", "{'mode': 'frozen', 'now': '2021-08-31T15:58:59Z'}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).contains(BEFORE, "2021-08-31T15:58:59Z");
    assertThat(control.now()).isEqualTo(BEFORE);
    Control.Reply passed = control.call("POST", "clock/advance", "{'to': '2021-08-31T15:58:59Z'}");
    assertThat(passed.status()).isEqualTo(409);
    assertThat(control.call("POST", "clock/advance", "{'by': 'PT-1S'}").status()).isEqualTo(409);
  }

  @Test
  void aFrozenClockShowsTheSameTimeAfterARestart() {
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("*/30 * * * *"));
    control.advance(Duration.ofHours(1));
    restart();

    assertThat(control.now()).isEqualTo("2021-08-31T16:59:00Z");
    control.advance(Duration.ofMinutes(1));

    assertThat(records(5).texts("InvokerRecordSet", "InvokeTime"))
        .containsExactly("2021-08-31T17:00:00Z", "2021-08-31T16:30:00Z", "2021-08-31T16:00:00Z");
  }

  @Test
  void aClockThatGoesAheadFiresByItself() {
    control.ok("PUT", "clock", "{'mode': 'offset', 'now': '2031-12-31T15:59:58Z'}");
    api.createInvoker(Body.once("2032-01-01T00:00:00+08:00"));
    hostClock.advance(Duration.ofSeconds(3));

    await().untilAsserted(() -> assertThat(records(1).number("TotalCount")).isEqualTo(1));
    assertThat(records(1).text("InvokerRecordSet/0/InvokeTime")).isEqualTo("2031-12-31T16:00:01Z");
    restart();
    assertThat(control.now()).isEqualTo("2031-12-31T16:00:01Z");
  }

  @Test
  void aMoveOfTheRealClockLeavesItAhead() {
    Duration ahead = Duration.ofDays(400);
    api.createInvoker(Body.recurring("0 0 * * *"));

    JsonNode travel = control.advance(ahead);

    assertThat(travel.path("fired").asInt()).isEqualTo(400);
    JsonNode reading = control.ok("GET", "clock", "");
    assertThat(reading.path("mode").asString()).isEqualTo("offset");
    assertThat(Duration.parse(reading.path("offset").asString()))
        .isBetween(ahead.minusMinutes(1), ahead);
  }

  @Test
  void concurrentMovesRunOneAfterTheOther() {
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("* * * * *"));

    try (ConcurrentCallers crowd =
        new ConcurrentCallers(8, i -> () -> control.advance(Duration.ofMinutes(5)))) {
      crowd.join();
    }

    assertThat(control.now()).isEqualTo(Instant.parse(BEFORE).plus(Duration.ofMinutes(40)));
    assertThat(records(1).number("TotalCount")).isEqualTo(40);
  }

  @Test
  void callsMeanwhileCostNoFire() {
    control.freeze(BEFORE);
    api.createInvoker(Body.recurring("* * * * *"));
    AtomicBoolean arrived = new AtomicBoolean();

    try (ConcurrentCallers callers =
        new ConcurrentCallers(
            3,
            i ->
                () -> {
                  while (!arrived.get()) {
                    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));
                  }
                  return null;
                })) {
      assertThat(control.advance(Duration.ofHours(10)).path("fired").asInt()).isEqualTo(600);
      arrived.set(true);
      callers.join();
    }
    assertThat(records(1).number("TotalCount")).isEqualTo(600);
  }

  @Test
  void anAdvanceByZeroChangesNothing() {
    control.advance(Duration.ZERO);
    control.ok("POST", "clock/advance-to-next", "");

    assertThat(control.ok("GET", "clock", "").path("mode").asString()).isEqualTo("real");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PUT | clock | {'mode': 'frozen', 'now': '1969-12-31T23:59:59Z'} | 409",
        "PUT | clock | {'mode': 'frozen', 'now': '+10000-01-01T00:00:00Z'} | 409",
        "PUT | clock | {'mode': 'offset', 'offset': 'PT99999999999H'} | 400",
        "POST | clock/advance | {'by': 'PT2562047788015215H'} | 409",
        "POST | clock/advance | {'to': '+1000000000-01-01T00:00:00Z'} | 409"
      })
  void timesOutOfRangeAreRejected(String method, String path, String body, int status) {
    assertThat(control.call(method, path, body).status()).isEqualTo(status);
  }
}
