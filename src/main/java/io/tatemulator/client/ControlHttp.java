package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the control API. */
final class ControlHttp {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int FIRST_ERROR_STATUS = 400;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final URI emulator;

  ControlHttp(URI emulator) {
    this.emulator = emulator;
  }

  /** Encodes a segment of a path or a value of a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  <T> T get(String path, Class<T> type) {
    return JSON.readValue(send("GET", path, null), type);
  }

  <T> T get(String path, TypeReference<T> type) {
    return JSON.readValue(send("GET", path, null), type);
  }

  <T> T put(String path, @Nullable Object body, Class<T> type) {
    return JSON.readValue(send("PUT", path, body), type);
  }

  <T> T post(String path, @Nullable Object body, Class<T> type) {
    return JSON.readValue(send("POST", path, body), type);
  }

  <T> T delete(String path, Class<T> type) {
    return JSON.readValue(send("DELETE", path, null), type);
  }

  /** Sends a request without a body and ignores the body of the response. */
  void execute(String method, String path) {
    send(method, path, null);
  }

  /** Sends a request and returns the body of the response; a text is sent as it is. */
  String send(String method, String path, @Nullable Object body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(
                body instanceof String text ? text : JSON.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(emulator.resolve("/_tat/" + path))
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= FIRST_ERROR_STATUS) {
        throw toException(method, path, response);
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the emulator", e);
    }
  }

  private static ControlException toException(
      String method, String path, HttpResponse<String> response) {
    String body = response.body();
    String error = body.startsWith("{") ? JSON.readTree(body).path("error").asString("") : "";
    int status = response.statusCode();
    return new ControlException(
        status, error.isEmpty() ? method + " /_tat/" + path + " returned status " + status : error);
  }
}
