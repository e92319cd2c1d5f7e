package io.tatemulator.protocol;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.testing.Chance;
import io.tatemulator.testing.Signer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests in every form, signed and not, of which about a third have been damaged: bytes of the
 * body or of the query, characters of a header.
 */
final class RandomRequests {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Chance chance;
  private final ActionRegistry actions;
  private final RandomParameters parameters;
  private final List<String> names;

  RandomRequests(Chance chance, ActionRegistry actions) {
    this.chance = chance;
    this.actions = actions;
    this.parameters = new RandomParameters(chance.random());
    this.names = List.copyOf(actions.names());
  }

  /** Has the identifiers that an answer holds come up in later requests, and a learner's too. */
  void learn(JsonNode response, BiConsumer<String, String> learner) {
    response.forEachEntry(
        (name, value) -> {
          if (name.endsWith("Id") && !name.equals("RequestId")) {
            parameters.learn(name, value.asString());
            learner.accept(name, value.asString());
          }
        });
  }

  /** The next request. */
  ApiRequest next() {
    String action = chance.of(names);
    Class<?> type = actions.requestType(action).orElseThrow();
    ObjectNode object = parameters.of(type);
    return switch (chance.below(4)) {
      case 0 -> flat(action, object, "GET");
      case 1 -> flat(action, object, "POST");
      default -> json(action, object);
    };
  }

  private ApiRequest json(String action, ObjectNode object) {
    String body = chance.damaged(object.toString());
    Map<String, String> headers = headers("application/json");
    Signer signer = Signer.wellKnown("127.0.0.1");
    headers.put("X-TC-Action", action);
    headers.put("X-TC-Version", "2020-10-28");
    if (chance.one(2)) {
      headers.put("X-TC-Timestamp", signer.timestamp());
      headers.put("Authorization", signer.authorization(body));
    }
    damage(headers);
    return request(
        chance.one(50) ? "PUT" : "POST",
        chance.one(20) ? chance.damaged("a=b") : "",
        headers,
        body);
  }

  private ApiRequest flat(String action, ObjectNode object, String method) {
    List<String> pairs = new ArrayList<>();
    pairs.add("Action=" + action);
    pairs.add("Version=2020-10-28");
    if (chance.one(10)) {
      pairs.add("SecretId=AKIDEMULATOREXAMPLE&Signature=bm9uZQ%3D%3D&Nonce=1");
      pairs.add("Timestamp=" + Signer.wellKnown("").timestamp());
    }
    flatten("", object, pairs);
    String text = chance.damaged(String.join("&", pairs));
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
    if (chance.one(8)) {
      List<String> present = List.copyOf(headers.keySet());
      String name = chance.of(present);
      headers.compute(
          name, (same, value) -> chance.one(4) ? null : chance.damagedOnce(String.valueOf(value)));
    }
    if (chance.one(20)) {
      headers.put("X-TC-Language", chance.one(2) ? "zh-CN" : chance.damagedOnce("en-US"));
      headers.put("X-TC-Region", chance.one(2) ? "ap-beijing" : chance.damagedOnce("ap-beijing"));
    }
  }

  /** One character for each byte, so that damage makes texts that are none. */
  private ApiRequest request(
      String method, String query, Map<String, String> headers, String body) {
    byte[] bytes =
        body.getBytes(chance.one(4) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    return new ApiRequest(method, query, headers::get, bytes);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
