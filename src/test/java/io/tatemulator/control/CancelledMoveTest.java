package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A move of the clock that would take hours unless it is cancelled. */
class CancelledMoveTest extends ControlTest {
  private static final Instant START = Instant.parse("2021-08-31T15:59:00Z");

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory", "--tat.clock.max-fires=9000000000"};
  }

  private CompletableFuture<Control.Reply> move() {
    api.createInvoker(Body.recurring("* * * * *"));
    Instant start = control.now();
    CompletableFuture<Control.Reply> move =
        CompletableFuture.supplyAsync(
            () -> control.call("POST", "clock/advance", "{'to': '9999-12-31T00:00:00Z'}"));
    await().until(() -> control.now().isAfter(start.plus(Duration.ofMinutes(5))));
    return move;
  }

  private static Control.Reply end(CompletableFuture<Control.Reply> move) {
    assertThat(move).succeedsWithin(1, TimeUnit.MINUTES);
    return move.join();
  }

  @Test
  void everythingDueByTheTimeReachedHasFiredAndNothingLater() {
    control.freeze(START.toString());
    CompletableFuture<Control.Reply> move = move();

    Instant reached =
        Instant.parse(control.ok("DELETE", "clock/advance", "").path("now").asString());

    Control.Reply cancelled = end(move);
    long minutes = Duration.between(START, reached).toMinutes();
    assertThat(cancelled.status()).isEqualTo(409);
    assertThat(cancelled.error()).contains("cancelled", reached.toString(), minutes + " fires");
    assertThat(control.now()).isEqualTo(reached);
    assertThat(Pages.total(api, "DescribeInvokerRecords")).isEqualTo(minutes);
    assertThat(
            api.ok("DescribeInvokerRecords", "{'Limit': 1}").text("InvokerRecordSet/0/InvokeTime"))
        .isEqualTo(reached.toString());
    assertThat(control.advance(Duration.ofMinutes(1)).path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void aRunningClockContinuesFromTheTimeReached() {
    CompletableFuture<Control.Reply> move = move();

    Instant reached =
        Instant.parse(control.ok("DELETE", "clock/advance", "").path("now").asString());

    assertThat(end(move).status()).isEqualTo(409);
    assertThat(control.ok("GET", "clock", "").path("mode").asString()).isEqualTo("offset");
    assertThat(control.now()).isBetween(reached, reached.plus(Duration.ofMinutes(2)));
  }

  @Test
  void aResetWaitsForNoMove() {
    control.freeze(START.toString());
    CompletableFuture<Control.Reply> move = move();

    assertThat(control.call("POST", "reset", "").status()).isEqualTo(204);

    assertThat(end(move).status()).isEqualTo(409);
    assertThat(control.ok("GET", "clock", "").path("mode").asString()).isEqualTo("real");
    assertThat(Pages.total(api, "DescribeInvokerRecords")).isZero();
  }

  @Test
  void withoutAMoveNothingIsCancelledAndLaterMovesGoAllTheWay() {
    control.freeze(START.toString());

    assertThat(control.ok("DELETE", "clock/advance", "").path("now").asString())
        .isEqualTo(START.toString());

    api.createInvoker(Body.recurring("* * * * *"));
    assertThat(control.advance(Duration.ofHours(1)).path("fired").asInt()).isEqualTo(60);
  }
}
