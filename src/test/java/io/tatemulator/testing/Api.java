package io.tatemulator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A caller of the API over real HTTP. Each caller has a SecretId of its own; the emulator under
 * test makes that an account of its own.
 */
public final class Api {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI endpoint;
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** A caller with a SecretId, in the default region. */
  public Api(int port, String secretId) {
    this(URI.create("http://127.0.0.1:" + port + "/"), Map.of());
    headers.put("Content-Type", "application/json");
    headers.put("X-TC-Version", "2020-10-28");
    headers.put(
        "Authorization",
        "TC3-HMAC-SHA256 Credential="
            + secretId
            + "/2026-01-01/tat/tc3_request, SignedHeaders=content-type;host, Signature=00");
  }

  private Api(URI endpoint, Map<String, String> headers) {
    this.endpoint = endpoint;
    this.headers.putAll(headers);
  }

  /** The same caller with another value of a header; null takes it away. */
  public Api with(String header, String value) {
    Api other = new Api(endpoint, headers);
    other.headers.put(header, value);
    return other;
  }

  /** The same caller without a header. */
  public Api without(String header) {
    Api other = new Api(endpoint, headers);
    other.headers.remove(header);
    return other;
  }

  /** Calls an action. Single quotes in the body stand for double ones. */
  public Answer call(String action, String body) {
    return with("X-TC-Action", action).send("POST", body.replace('\'', '"'));
  }

  /** Calls an action. */
  public Answer call(String action, Body body) {
    return with("X-TC-Action", action).send("POST", body.json());
  }

  /** Calls an action that must succeed. */
  public Answer ok(String action, String body) {
    return accepted(action, call(action, body));
  }

  /** Calls an action that must succeed. */
  public Answer ok(String action, Body body) {
    return accepted(action, call(action, body));
  }

  /** Creates an invoker and gives its id. */
  public String createInvoker(Body body) {
    return ok("CreateInvoker", body).text("InvokerId");
  }

  /** Creates a command and gives its id. */
  public String createCommand(Body body) {
    return ok("CreateCommand", body).text("CommandId");
  }

  /** The tasks of an invocation, with their output. */
  public List<JsonNode> tasks(String invocationId) {
    JsonNode filter =
        Body.of("{'Name': 'invocation-id'}").with("Values", List.of(invocationId)).tree();
    return ok(
            "DescribeInvocationTasks",
            Body.of("{'HideOutput': false}").with("Filters", List.of(filter)))
        .list("InvocationTaskSet");
  }

  /** Sends a query. */
  public Answer get(String query) {
    return send(HttpRequest.newBuilder(endpoint.resolve("/?" + query)).GET());
  }

  /** Sends a body as it is. */
  public Answer send(String method, String body) {
    return send(
        HttpRequest.newBuilder(endpoint).method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a request whose error an injected fault causes, so that it is none of the action's. */
  public Answer callWithFault(String action, String body) {
    Api api = with("X-TC-Action", action);
    return api.exchange(
        HttpRequest.newBuilder(endpoint)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private Answer send(HttpRequest.Builder request) {
    Answer answer = exchange(request);
    Refusal.note(headers.getOrDefault("X-TC-Action", ""), answer.code());
    return answer;
  }

  private Answer exchange(HttpRequest.Builder request) {
    headers.forEach(request::header);
    try {
      return Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer accepted(String action, Answer answer) {
    if (!answer.code().isEmpty()) {
      throw new AssertionError(action + " was refused: " + answer.body());
    }
    return answer;
  }
}
