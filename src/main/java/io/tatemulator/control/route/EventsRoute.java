package io.tatemulator.control.route;

import io.tatemulator.control.ConflictException;
import io.tatemulator.control.event.ChangeCounts;
import io.tatemulator.control.event.Changes;
import io.tatemulator.support.EnumNames;
import io.tatemulator.support.OperationProgress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notifies a client of changes, by server-sent events. An event says what kind of thing has changed
 * and how often, not how: the client reads what it shows again. So a slow client misses nothing,
 * and five hundred changes a second are five events.
 */
@RestController
final class EventsRoute {
  /** The data of the first event. */
  record Connected(Instant now) {}

  /** The data of an event about a long operation. */
  record Progress(
      String operation, @Nullable Double fraction, @Nullable Instant at, boolean ended) {
    static Progress of(OperationProgress progress) {
      return new Progress(
          EnumNames.format(progress.operation()),
          progress.fraction(),
          progress.at(),
          progress.ended());
    }
  }

  private static final int MAX_STREAMS = 100;
  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** How soon a client that has gone is noticed, and less than proxies usually wait. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

  private static final String RECONNECT = "retry: 1000\n";

  private final Semaphore streams = new Semaphore(MAX_STREAMS);
  private final Changes changes;
  private final Clock clock;
  private final JsonMapper json;

  EventsRoute(Changes changes, Clock clock, JsonMapper json) {
    this.changes = changes;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Sends events until the client closes the connection or the emulator shuts down.
   *
   * @throws ConflictException when too many clients are connected
   */
  @GetMapping("/_tat/events")
  void events(HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals("HEAD")) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      return;
    }
    if (!streams.tryAcquire()) {
      throw new ConflictException(MAX_STREAMS + " clients already receive events");
    }
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setHeader("Cache-Control", "no-store");
      send(response);
    } catch (IOException e) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      streams.release();
    }
  }

  private void send(HttpServletResponse response) throws IOException, InterruptedException {
    ChangeCounts sent = changes.current();
    OperationProgress progress = sent.progress();
    write(
        response,
        RECONNECT
            + event("connected", new Connected(clock.instant()))
            + (progress == null || progress.ended()
                ? ""
                : event("progress", Progress.of(progress))));
    Optional<ChangeCounts> next = changes.await(sent, KEEP_ALIVE);
    while (next.isPresent()) {
      write(response, difference(sent, next.get()));
      sent = next.get();
      changes.pause(INTERVAL);
      next = changes.await(sent, KEEP_ALIVE);
    }
  }

  private String difference(ChangeCounts earlier, ChangeCounts later) {
    if (earlier.equals(later)) {
      return ": keep-alive\n\n";
    }
    Map<String, Long> changed = new TreeMap<>();
    later.since(earlier).forEach((kind, count) -> changed.put(EnumNames.format(kind), count));
    OperationProgress progress = later.progress();
    return (changed.isEmpty() ? "" : event("changed", changed))
        + (progress == null || progress.equals(earlier.progress())
            ? ""
            : event("progress", Progress.of(progress)));
  }

  private String event(String name, Object data) {
    return "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
  }

  private static void write(HttpServletResponse response, String text) throws IOException {
    OutputStream stream = response.getOutputStream();
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
