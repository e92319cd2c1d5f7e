package io.tatemulator.control;

import io.tatemulator.testing.Chance;
import io.tatemulator.testing.KeepAliveConnection;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends random requests of the control API over HTTP and checks every response. */
public final class ControlFuzz implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_FILE = 400_000;

  private final ControlApiFile api = new ControlApiFile();
  private final KeepAliveConnection connection;
  private final RandomControlRequests requests;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Set<String> answered = new TreeSet<>();

  /** The names of snapshots whose rows may be such as no emulator writes. */
  private final Set<String> imported = new HashSet<>();

  private boolean isImported;

  /**
   * Prepares a run.
   *
   * @param chance where the requests come from
   * @param port where the emulator listens
   */
  public ControlFuzz(Chance chance, int port) {
    this.connection = new KeepAliveConnection(port);
    this.requests = new RandomControlRequests(chance, api);
  }

  /** Returns how many responses have had each status. */
  public Map<Integer, Integer> statuses() {
    return statuses;
  }

  /** Returns the operations that have succeeded at least once. */
  public Set<String> answered() {
    return answered;
  }

  /** Returns whether the state is that of a file, which may have been changed. */
  public boolean isImported() {
    return isImported;
  }

  /** Returns how many operations there are. */
  public int operations() {
    return api.endingOperations().size();
  }

  /** Has what an answer holds come up in later requests. */
  public void learn(String name, String text) {
    requests.learn(name, text);
  }

  /**
   * Sends the next request.
   *
   * @throws AssertionError when its response is not as described, naming the request
   */
  public void next() {
    ControlRequest request = requests.next();
    KeepAliveConnection.Response response;
    try {
      response = connection.exchange(request.bytes(), request.isHead());
    } catch (IOException e) {
      throw new AssertionError("no response to " + request, e);
    }
    statuses.merge(response.status(), 1, Integer::sum);
    String wrong = wrong(request, response);
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong + ": " + request + "\n" + response);
    }
    learn(request, response);
  }

  private String wrong(ControlRequest request, KeepAliveConnection.Response response) {
    int status = response.status();
    String body = response.body();
    if (body.contains("\tat ")) {
      return "a stack trace in the response";
    }
    if (status >= 500 || (status >= 300 && status < 400)) {
      return "an undocumented status";
    }
    if (status >= 400) {
      return request.isHead() || isError(response) ? "" : "an error without a sentence";
    }
    // The rows of a changed file are exported as they are.
    if (!request.isForItsOperation() || isImported || isImportedFile(request)) {
      return "";
    }
    return String.join(
        ", ", api.misfits(request.of(), status, response.contentType(), response.body()));
  }

  private boolean isImportedFile(ControlRequest request) {
    return request.of().id().equals("exportSnapshot") && imported.contains(request.snapshot());
  }

  private static boolean isError(KeepAliveConnection.Response response) {
    try {
      JsonNode body = JSON.readTree(response.body());
      return response.contentType().equals("application/json")
          && body.size() == 1
          && !body.path("error").asString("").isBlank();
    } catch (JacksonException e) {
      return false;
    }
  }

  private void learn(ControlRequest request, KeepAliveConnection.Response response) {
    if (response.status() >= 300 || !request.isForItsOperation()) {
      return;
    }
    String id = request.of().id();
    answered.add(id);
    switch (id) {
      case "exportSnapshot" -> learnFile(response.body());
      case "putSnapshot" -> note(response.body(), !request.body().isEmpty());
      case "forkSnapshot" -> note(response.body(), imported.contains(request.snapshot()));
      case "loadSnapshot" -> isImported = imported.contains(request.snapshot());
      case "reset" -> isImported &= request.target().contains("?");
      default -> learnNow(response.body());
    }
  }

  private void learnFile(String file) {
    if (file.length() < MAX_FILE) {
      requests.learnFile(file);
    }
  }

  private void note(String snapshot, boolean isImported) {
    String name = JSON.readTree(snapshot).path("name").asString();
    if (isImported) {
      imported.add(name);
    } else {
      imported.remove(name);
    }
  }

  private void learnNow(String body) {
    if (body.contains("\"now\"")) {
      requests.learn("now", JSON.readTree(body).path("now").asString());
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
