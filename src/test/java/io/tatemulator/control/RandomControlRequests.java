package io.tatemulator.control;

import io.tatemulator.testing.Chance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to all routes of docs/control-api.yaml by all of their methods: right ones, and such
 * with something wrong about the method, the path, the query, a header or the body.
 */
final class RandomControlRequests {
  /** Writes unpaired surrogates, which no encoding of characters can hold. */
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final String JSON = "application/json";

  private static final List<String> METHODS =
      List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW", "get");

  private static final List<String> PATHS =
      List.of(
          "/_tat",
          "/_tat/",
          "/_tat/nonsense",
          "/_TAT/clock",
          "/_tat//clock",
          "/_tat/clock/",
          "/_tat/clock;a=b",
          "/_tat/%63lock",
          "/_tat/clock%00",
          "/_tat/clock%zz",
          "/_tat/clock%2fadvance",
          "/_tat/./clock",
          "/_tat/a/../clock",
          "/_tat/\\clock",
          "/_tat/clock[0]",
          "/_tat/\u00e4\u00ff",
          "/_tat/snapshots/a/b/load",
          "/_tat/snapshots//load",
          "/_tat/instances/ins-abcdefgh/x",
          "/error",
          "/_tat/" + "x".repeat(9_000));

  /** Headers that change how a request is read or answered, a name and a value each. */
  private static final List<Map.Entry<String, String>> HEADERS =
      List.of(
          Map.entry("Content-Type", "text/plain"),
          Map.entry("Content-Type", "application/x-www-form-urlencoded"),
          Map.entry("Content-Type", "multipart/form-data; boundary=x"),
          Map.entry("Content-Type", "application/json;charset=UTF-16"),
          Map.entry("Content-Type", "application/json;charset=nonsense"),
          Map.entry("Content-Type", "application/*"),
          Map.entry("Content-Type", "application/yaml"),
          Map.entry("Content-Type", "nonsense"),
          Map.entry("Accept", "text/html"),
          Map.entry("Accept", "application/x-pem-file"),
          Map.entry("Accept", "*/*;q=0"),
          Map.entry("Accept", "nonsense"),
          Map.entry("Accept-Encoding", "gzip"),
          Map.entry("Content-Encoding", "gzip"),
          Map.entry("Expect", "100-continue"),
          Map.entry("Expect", "nonsense"),
          Map.entry("Host", ""),
          Map.entry("Host", "[::1]:80"),
          Map.entry("Host", "a_b"),
          Map.entry("Host", "127.0.0.1:99999"),
          Map.entry("Host", "elsewhere.test"),
          Map.entry("Origin", "https://elsewhere.test"),
          Map.entry("Origin", "null"),
          Map.entry("Sec-Fetch-Site", "cross-site"),
          Map.entry("Range", "bytes=0-1"),
          Map.entry("Range", "bytes=9-1,-"),
          Map.entry("If-None-Match", "*"),
          Map.entry("If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"),
          Map.entry("X-HTTP-Method-Override", "DELETE"),
          Map.entry("X-Forwarded-Prefix", "/x"),
          Map.entry(ControlRequest.CHUNKED, "chunked"));

  /**
   * How often operations come, by their ids: resets seldom, since the other routes need a state.
   */
  private static final Map<String, Integer> WEIGHTS =
      Map.of("reset", 2, "deleteFaults", 12, "deleteOutcomes", 8, "loadSnapshot", 4);

  private static final int DEFAULT_WEIGHT = 5;

  private final Chance chance;
  private final RandomValues values;
  private final RandomSnapshotFiles files;
  private final List<ControlOperation> operations = new ArrayList<>();
  private String exported = "";

  RandomControlRequests(Chance chance, ControlApiFile api) {
    this.chance = chance;
    this.values = new RandomValues(chance, api::resolved);
    this.files = new RandomSnapshotFiles(chance, values);
    api.endingOperations()
        .forEach(
            one ->
                operations.addAll(
                    Collections.nCopies(WEIGHTS.getOrDefault(one.id(), DEFAULT_WEIGHT), one)));
  }

  /** Has what an answer holds come up in later requests. */
  void learn(String name, String text) {
    values.learn(name, text);
  }

  /** Has the file of a snapshot be imported later, as it is and with changes. */
  void learnFile(String file) {
    exported = file;
  }

  /** Returns the next request. */
  ControlRequest next() {
    ControlOperation operation = chance.of(operations);
    Map<String, String> headers = headers();
    String method = chance.one(30) ? chance.of(METHODS) : operation.method();
    return new ControlRequest(operation, method, target(operation), headers, body(operation));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "127.0.0.1");
    headers.put("Content-Type", JSON);
    if (chance.one(12)) {
      Map.Entry<String, String> other = chance.of(HEADERS);
      headers.put(other.getKey(), other.getValue());
    }
    if (chance.one(60)) {
      headers.remove(chance.of(List.copyOf(headers.keySet())));
    }
    return headers;
  }

  private String target(ControlOperation operation) {
    String path = chance.one(30) ? chance.of(PATHS) : operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asString();
      String value = encoded(values.text(name));
      if (parameter.path("in").asString().equals("path")) {
        path = path.replace("{" + name + "}", value);
      } else if (parameter.path("required").asBoolean(false) ? !chance.one(20) : chance.one(3)) {
        query.addAll(Collections.nCopies(chance.one(30) ? 2 : 1, name + "=" + value));
      }
    }
    if (chance.one(40)) {
      query.add(chance.one(2) ? "nonsense=1" : encoded(values.odd()));
    }
    String text = String.join("&", query);
    return path + (text.isEmpty() ? "" : "?" + (chance.one(12) ? damaged(text) : text));
  }

  /** Keeps white space out, since the request line would end there. */
  private String damaged(String query) {
    return chance.damagedOnce(query).replaceAll("[\\x00-\\x20\\x7f]", "%01");
  }

  /** A line of more than 64 KB is no request of which the emulator learns. */
  private static String encoded(String text) {
    String shortened = text.length() > 3_000 ? text.substring(0, 3_000) : text;
    return URLEncoder.encode(shortened, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String body(ControlOperation operation) {
    if (operation.id().equals("putSnapshot")) {
      return snapshot(operation);
    }
    if (operation.schema().isMissingNode()) {
      return chance.one(30) ? bytes(values.anything().toString()) : "";
    }
    JsonNode value =
        switch (chance.below(10)) {
          case 0 -> values.anything();
          case 1, 2 -> chance.of(operation.examples());
          default -> values.of("", operation.schema());
        };
    String text = harmless(chance.one(4) ? ASCII.writeValueAsString(value) : value.toString());
    // One damaged digit of a latency would make requests wait for minutes.
    return bytes(chance.one(6) && !text.contains("latency") ? spoilt(text) : text);
  }

  /** The examples inject what a run takes for a defect, and latencies that it would wait for. */
  private static String harmless(String text) {
    return text.replace("InternalError", "RequestLimitExceeded").replace("PT0.2S", "PT0.001S");
  }

  private String spoilt(String text) {
    return switch (chance.below(8)) {
      case 0 -> "";
      case 1 -> "\ufeff" + text;
      case 2 -> "{\"a\":".repeat(2_000);
      case 3 -> text.replaceFirst("\\{", "{\"seed\": 1, \"seed\": 2, ");
      case 4 -> text + text;
      default -> chance.damagedOnce(text);
    };
  }

  private String snapshot(ControlOperation operation) {
    if (chance.one(2)) {
      return "";
    }
    if (exported.isEmpty() || chance.one(8)) {
      return bytes(chance.of(operation.examples()).toString());
    }
    return bytes(files.of(exported));
  }

  /** One character for each byte, so that binary data is generated, too. */
  private String bytes(String text) {
    return chance.one(20)
        ? text.replaceAll("[^\\x00-\\xff]", "\u00ff")
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
