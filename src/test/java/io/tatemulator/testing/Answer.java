package io.tatemulator.testing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the emulator answered. */
public record Answer(int status, String contentType, String body, JsonNode response) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Answer of(HttpResponse<String> http) {
    return new Answer(
        http.statusCode(),
        http.headers().firstValue("Content-Type").orElse(""),
        http.body(),
        JSON.readTree(http.body()).path("Response"));
  }

  /** A text member of {@code Response}, by a JSON pointer without the first slash. */
  public String text(String path) {
    return response.at("/" + path).asString();
  }

  /** An integer member of {@code Response}. */
  public long number(String path) {
    return response.at("/" + path).asLong();
  }

  /** A list member of {@code Response}. */
  public List<JsonNode> list(String path) {
    return StreamSupport.stream(response.at("/" + path).spliterator(), false).toList();
  }

  /** A member of each item of a list. */
  public List<String> texts(String listPath, String member) {
    return list(listPath).stream().map(item -> item.at("/" + member).asString()).toList();
  }

  /** The names of the members of {@code Response}. */
  public List<String> members() {
    return List.copyOf(response.propertyNames());
  }

  /** The error's code; empty when the request was not refused. */
  public String code() {
    return text("Error/Code");
  }

  /** The error's message; empty when the request was not refused. */
  public String message() {
    return text("Error/Message");
  }
}
