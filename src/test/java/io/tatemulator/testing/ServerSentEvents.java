package io.tatemulator.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code /_tat/events}. */
public final class ServerSentEvents implements AutoCloseable {
  /**
   * An event.
   *
   * @param data its JSON
   */
  public record Event(String name, String data) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Socket socket;
  private final List<Event> received = new CopyOnWriteArrayList<>();
  private volatile String status = "";
  private volatile boolean ended;

  /** Connects to an emulator. */
  public ServerSentEvents(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket
          .getOutputStream()
          .write(
              "GET /_tat/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Thread reader = new Thread(this::read, "server-sent-events");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      status = String.valueOf(lines.readLine());
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          received.add(new Event(name, line.substring("data: ".length())));
        }
      }
    } catch (IOException e) {
      // Closed by either side.
    } finally {
      ended = true;
    }
  }

  /** Waits for the first event. */
  public void awaitConnected() {
    await().until(() -> received.stream().anyMatch(event -> event.name().equals("connected")));
  }

  /** Waits for the response and returns whether the emulator sends events. */
  public boolean isAccepted() {
    await().until(() -> !status.isEmpty() || ended);
    return status.contains(" 200 ");
  }

  /** Returns the events with a name that have been received so far. */
  public List<Event> named(String name) {
    return received.stream().filter(event -> event.name().equals(name)).toList();
  }

  /** Returns the number of changes of each kind that have been reported so far. */
  public Map<String, Long> changes() {
    Map<String, Long> sum = new TreeMap<>();
    named("changed")
        .forEach(
            event ->
                JSON.readTree(event.data())
                    .propertyStream()
                    .forEach(
                        kind -> sum.merge(kind.getKey(), kind.getValue().asLong(), Long::sum)));
    return sum;
  }

  /** Returns the number of events so far. */
  public int count() {
    return received.size();
  }

  /** Returns whether the emulator has ended the response. */
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
