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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests in every form, signed and not, of which about a third have been damaged: bytes of the
 * body or of the query, characters of a header.
 */
final class RandomRequests {
  private static final String FORM = "application/x-www-form-urlencoded";

  private record Target(String version, String name, Class<?> type) {}

  private final Chance chance;
  private final RandomParameters parameters;
  private final List<Target> targets;

  RandomRequests(Chance chance, Services services, ActionRegistry actions) {
    this.chance = chance;
    this.parameters = new RandomParameters(chance.random());
    this.targets = services.all().stream().flatMap(service -> targets(actions, service)).toList();
  }

  private static Stream<Target> targets(ActionRegistry actions, ServiceModel service) {
    return service.actions().stream()
        .sorted()
        .flatMap(
            name ->
                actions.requestType(service.version(), name).stream()
                    .map(type -> new Target(service.version(), name, type)));
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
    Target action = chance.of(targets);
    ObjectNode object = parameters.of(action.type());
    return switch (chance.below(4)) {
      case 0 -> flat(action, object, "GET");
      case 1 -> flat(action, object, "POST");
      default -> json(action, object);
    };
  }

  private ApiRequest json(Target action, ObjectNode object) {
    String body = chance.damaged(object.toString());
    Map<String, String> headers = headers("application/json");
    Signer signer = Signer.wellKnown("127.0.0.1");
    headers.put("X-TC-Action", action.name());
    headers.put("X-TC-Version", action.version());
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

  private ApiRequest flat(Target action, ObjectNode object, String method) {
    List<String> pairs = new ArrayList<>();
    pairs.add("Action=" + action.name());
    pairs.add("Version=" + action.version());
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
