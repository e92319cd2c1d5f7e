package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.RawHttp;
import io.tatemulator.testing.ServerSentEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of {@code /_tat/events}. */
class EventsTest extends ControlTest {
  private final List<ServerSentEvents> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(ServerSentEvents::close);
  }

  private ServerSentEvents connect() {
    ServerSentEvents events = new ServerSentEvents(emulator.port());
    open.add(events);
    events.awaitConnected();
    return events;
  }

  @Test
  void eachKindOfChangeIsReported() {
    control.freeze("2021-08-31T15:59:00Z");
    ServerSentEvents events = connect();

    api.createInvoker(Body.once("2021-08-31T16:00:00Z"));
    control.advance(Duration.ofMinutes(1));

    await()
        .untilAsserted(
            () ->
                assertThat(events.changes())
                    .containsEntry("requests", 1L)
                    .containsEntry("control", 1L)
                    .containsEntry("fires", 1L)
                    .containsKeys("clock", "tasks"));
  }

  @Test
  void readingChangesNothing() {
    ServerSentEvents events = connect();

    control.ok("GET", "invokers", "");
    control.ok("PUT", "instances/ins-abcdefgh", "{}");

    await().untilAsserted(() -> assertThat(events.changes()).isEqualTo(Map.of("control", 1L)));
  }

  @Test
  void manyChangesAreFewEvents() {
    ServerSentEvents events = connect();

    for (int i = 0; i < 300; i++) {
      api.ok("DescribeInvokers", Body.of("{}"));
    }

    await().untilAsserted(() -> assertThat(events.changes()).containsEntry("requests", 300L));
    assertThat(events.count()).isLessThan(150);
  }

  @Test
  void clientsBeyondTheLimitAreRefused() {
    for (int i = 0; i < 100; i++) {
      connect();
    }

    assertThat(control.call("GET", "events", "").status()).isEqualTo(409);

    open.remove(0).close();
    // The emulator notices it when it next sends something.
    await()
        .until(
            () -> {
              control.ok("PUT", "instances/ins-abcdefgh", "{}");
              ServerSentEvents next = new ServerSentEvents(emulator.port());
              open.add(next);
              return next.isAccepted();
            });
    restart("--tat.storage=memory");
  }

  @Test
  void aRequestForTheHeadersAloneEnds() {
    assertThat(
            new RawHttp(emulator.port())
                .exchange(
                    "HEAD /_tat/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200")
        .contains("text/event-stream");
  }

  @Test
  void pagesOfOtherHostsAreRefused() {
    assertThat(
            new RawHttp(emulator.port())
                .exchange(
                    "GET /_tat/events HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void anEmulatorThatIsStoppedEndsThem() {
    ServerSentEvents events = connect();

    restart("--tat.storage=memory");

    await().until(events::hasEnded);
  }
}
