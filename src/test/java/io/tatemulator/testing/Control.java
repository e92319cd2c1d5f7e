package io.tatemulator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user of the control API.
 *
 * @param port where the emulator listens
 */
public record Control(int port) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer. */
  public record Reply(int status, JsonNode body) {
    /** Why it was refused. */
    public String error() {
      return body.path("error").asString("");
    }
  }

  /** Calls a route. Single quotes in the body stand for double ones. */
  public Reply call(String method, String path, String body) {
    HttpResponse<String> answer = send(method, "/_tat/" + path, body.replace('\'', '"'));
    String text = answer.body();
    return new Reply(
        answer.statusCode(), text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text));
  }

  /** Sends a body as it is, with more headers, a name and a value each. */
  public HttpResponse<String> send(String method, String target, String body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < more.length; i += 2) {
      request.header(more[i], more[i + 1]);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Calls a route that must not refuse. */
  public JsonNode ok(String method, String path, String body) {
    Reply reply = call(method, path, body);
    if (reply.status() != 200) {
      throw new AssertionError(method + " " + path + " was refused: " + reply);
    }
    return reply.body();
  }

  /** Freezes the clock. */
  public void freeze(String at) {
    ok("PUT", "clock", "{'mode': 'frozen', 'now': '" + at + "'}");
  }

  /** Moves the clock on. */
  public JsonNode advance(Duration by) {
    return ok("POST", "clock/advance", "{'by': '" + by + "'}");
  }

  /** What the clock shows. */
  public Instant now() {
    return Instant.parse(ok("GET", "clock", "").path("now").asString());
  }
}
