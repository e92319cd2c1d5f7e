package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control.Reply;
import io.tatemulator.testing.ServerSentEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of operations that take long. */
class ProgressTest extends ControlTest {
  @Override
  protected String[] settings() {
    return new String[] {
      "--tat.storage=memory", "--tat.execution.mode=process", "--tat.execution.own-user=true"
    };
  }

  @Test
  void aLongMoveIsReportedUntilItHasEnded() {
    control.freeze("2021-08-31T15:59:00Z");
    // A move waits for scripts, so this one goes on until it is cancelled.
    api.ok("RunCommand", Body.run("ins-abcdefgh").with("Content", "c2xlZXAgNjA="));
    try (ServerSentEvents events = new ServerSentEvents(emulator.port())) {
      events.awaitConnected();
      CompletableFuture<Reply> move =
          CompletableFuture.supplyAsync(
              () -> control.call("POST", "clock/advance", "{'by': 'PT1H'}"));

      await().untilAsserted(() -> assertThat(progress(events)).isNotEmpty());
      assertThat(progress(events).get(0))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"operation": "advance", "fraction": 0.0, "at": "2021-08-31T15:59:00Z",
                       "ended": false}"""));
      assertThat(move).isNotDone();
      control.call("DELETE", "clock/advance", "");

      assertThat(move.join().status()).isEqualTo(409);
      await()
          .untilAsserted(
              () ->
                  assertThat(progress(events))
                      .last()
                      .matches(one -> one.path("ended").asBoolean()));
    }
  }

  @Test
  void aShortMoveIsNotReported() {
    control.freeze("2021-08-31T15:59:00Z");
    try (ServerSentEvents events = new ServerSentEvents(emulator.port())) {
      events.awaitConnected();

      control.advance(Duration.ofHours(1));

      await().untilAsserted(() -> assertThat(events.changes()).containsKey("clock"));
      assertThat(progress(events)).isEmpty();
    }
  }

  private static List<JsonNode> progress(ServerSentEvents events) {
    return events.named("progress").stream()
        .map(event -> JsonMapper.shared().readTree(event.data()))
        .toList();
  }
}
