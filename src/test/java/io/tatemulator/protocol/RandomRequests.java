package io.tatemulator.protocol;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.testing.Signer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests in every form, signed and not, of which about a third have been damaged: bytes of the
 * body or of the query, characters of a header.
 */
final class RandomRequests {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** What damages more than one byte by chance would. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\u",
          ":",
          ",",
          "null",
          "&",
          "=",
          "%",
          "%00",
          "%zz",
          ".0",
          ".",
          ";",
          "/",
          "\0",
          "\u00ff",
          "\r\n",
          "TC3-HMAC-SHA256",
          "Credential=",
          "1e9999",
          "-",
          "{{");

  private final Random random;
  private final ActionRegistry actions;
  private final RandomParameters parameters;
  private final List<String> names;

  RandomRequests(Random random, ActionRegistry actions) {
    this.random = random;
    this.actions = actions;
    this.parameters = new RandomParameters(random);
    this.names = List.copyOf(actions.names());
  }

  /** Has the identifiers that an answer holds come up in later requests. */
  void learn(JsonNode response) {
    response.forEachEntry(
        (name, value) -> {
          if (name.endsWith("Id") && !name.equals("RequestId")) {
            parameters.learn(name, value.asString());
          }
        });
  }

  /** The next request. */
  ApiRequest next() {
    String action = names.get(random.nextInt(names.size()));
    Class<?> type = actions.requestType(action).orElseThrow();
    ObjectNode object = parameters.of(type);
    return switch (random.nextInt(4)) {
      case 0 -> flat(action, object, "GET");
      case 1 -> flat(action, object, "POST");
      default -> json(action, object);
    };
  }

  private ApiRequest json(String action, ObjectNode object) {
    String body = damaged(object.toString());
    Map<String, String> headers = headers("application/json");
    Signer signer = Signer.wellKnown("127.0.0.1");
    headers.put("X-TC-Action", action);
    headers.put("X-TC-Version", "2020-10-28");
    if (one(2)) {
      headers.put("X-TC-Timestamp", signer.timestamp());
      headers.put("Authorization", signer.authorization(body));
    }
    damage(headers);
    return request(one(50) ? "PUT" : "POST", one(20) ? damaged("a=b") : "", headers, body);
  }

  private ApiRequest flat(String action, ObjectNode object, String method) {
    List<String> pairs = new ArrayList<>();
    pairs.add("Action=" + action);
    pairs.add("Version=2020-10-28");
    if (one(10)) {
      pairs.add("SecretId=AKIDEMULATOREXAMPLE&Signature=bm9uZQ%3D%3D&Nonce=1");
      pairs.add("Timestamp=" + Signer.wellKnown("").timestamp());
    }
    flatten("", object, pairs);
    String text = damaged(String.join("&", pairs));
    Map<String, String> headers = headers(FORM);
    damage(headers);
    return method.equals("GET")
        ? request(method, text, headers, "")
        : request(method, "", headers, text);
  }

  private static void flatten(String name, JsonNode node, List<String> pairs) {
    String prefix = name.isEmpty() ? "" : name + ".";
    if (node.isObject()) {
      node.forEachEntry((key, value) -> flatten(prefix + key, value, pairs));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(prefix + i, node.get(i), pairs);
      }
    } else {
      String text = node.isString() ? node.asString() : node.toString();
      pairs.add(encode(name) + "=" + encode(text));
    }
  }

  private static Map<String, String> headers(String type) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Host", "127.0.0.1");
    headers.put("Content-Type", type);
    return headers;
  }

  private void damage(Map<String, String> headers) {
    if (one(8)) {
      List<String> present = List.copyOf(headers.keySet());
      String name = present.get(random.nextInt(present.size()));
      headers.compute(name, (same, value) -> one(4) ? null : damagedOnce(String.valueOf(value)));
    }
    if (one(20)) {
      headers.put("X-TC-Language", one(2) ? "zh-CN" : damagedOnce("en-US"));
      headers.put("X-TC-Region", one(2) ? "ap-beijing" : damagedOnce("ap-beijing"));
    }
  }

  private String damaged(String text) {
    String changed = text;
    if (one(4)) {
      int times = 1 + random.nextInt(3);
      for (int i = 0; i < times; i++) {
        changed = damagedOnce(changed);
      }
    }
    return changed;
  }

  private String damagedOnce(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(8));
    String before = text.substring(0, from);
    String after = text.substring(to);
    return switch (random.nextInt(5)) {
      case 0 -> before + after;
      case 1 -> before + PIECES.get(random.nextInt(PIECES.size())) + after;
      case 2 -> before + text.substring(from, to).repeat(1 + random.nextInt(40)) + after;
      case 3 -> before + (char) random.nextInt(256) + after;
      default -> before + PIECES.get(random.nextInt(PIECES.size())).repeat(200) + after;
    };
  }

  /** One character for each byte, so that damage makes texts that are none. */
  private ApiRequest request(
      String method, String query, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(one(4) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    return new ApiRequest(method, query, headers::get, bytes);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
