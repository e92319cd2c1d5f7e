package io.tatemulator.control;

import io.tatemulator.testing.Chance;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit the schemas of the control API, often with something wrong about them. */
final class RandomValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "x",
          "变量 & = + % \\ \" ' ;--",
          "\u0000",
          "\ud800",
          "\udc00\ud800",
          "\ufffe\u202e",
          "😀".repeat(40),
          "x".repeat(70),
          "x".repeat(120_000),
          "[".repeat(3_000),
          "..",
          "%2e%2e",
          "-1",
          "1e400",
          "NaN",
          "null",
          "9999-12-31T23:59:60Z");

  private static final List<JsonNode> NUMBERS =
      List.of(
          NODES.numberNode(0),
          NODES.numberNode(-1),
          NODES.numberNode(0.5),
          NODES.numberNode(1.5),
          NODES.numberNode(Integer.MAX_VALUE),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(Long.MIN_VALUE),
          NODES.numberNode(new BigInteger("9".repeat(40))),
          NODES.numberNode(new BigDecimal("1e400")),
          NODES.numberNode(new BigDecimal("1e-400")));

  private static final List<String> TIMES =
      List.of(
          "2021-08-31T15:59:00Z",
          "2031-01-01T00:00:00+08:00",
          "1970-01-01T00:00:00Z",
          "1969-12-31T23:59:59.999Z",
          "9999-12-31T23:59:59.999Z",
          "9999-12-31T23:59:59-18:00",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z",
          "2021-02-30T00:00:00Z");

  private static final List<String> DURATIONS =
      List.of("PT0S", "PT0.001S", "PT1S", "PT90S", "PT10M", "PT1H", "P1D", "-PT1S", "PT0.0000001S");

  private static final List<String> FAR_DURATIONS =
      List.of("P400D", "P9999999D", "-P9999999D", "PT9223372036854775807S", "PT1X", "P1Y");

  private static final List<String> REGULAR_EXPRESSIONS =
      List.of("ls", "^$|", "(?i)LS", "(a+)+$", "[", "(((x{100}){100}){100})", "\\C", "x{1001}");

  /** The member that makes requests wait by the host's clock. */
  private static final String LATENCY = "latency";

  /** What fits members and query parameters that take little else. */
  private static final Map<String, List<String>> FITTING =
      Map.of(
          "account",
          List.of("100000000001", "100000000002"),
          "region",
          List.of("ap-guangzhou", "ap-beijing"),
          "action",
          List.of("RunCommand", "CreateInvoker", "DescribeInvokers", "NoSuchAction"),
          "code",
          List.of("RequestLimitExceeded", "ResourceNotFound.CommandNotFound", "OK"),
          "instanceId",
          List.of("ins-abcdefgh", "ins-yx05ky8j", "lhins-abcdefgh"),
          "instance",
          List.of("ins-abcdefgh", "ins-yx05ky8j"),
          "limit",
          List.of("0", "1", "10", "2147483647", "2147483648"),
          "name",
          List.of("a", "b", "before-deploy"),
          "as",
          List.of("b", "c", "d"),
          // Only such as are refused or short, since the run waits for them.
          LATENCY,
          List.of("PT0S", "PT0.001S", "PT0.002S", "-PT1S", "PT10M0.001S", "P9999999D"));

  private final Chance chance;
  private final UnaryOperator<JsonNode> resolved;
  private final Map<String, String> learnt = new HashMap<>();

  /**
   * Makes values by chance.
   *
   * @param resolved follows the reference of a schema, if it is one
   */
  RandomValues(Chance chance, UnaryOperator<JsonNode> resolved) {
    this.chance = chance;
    this.resolved = resolved;
  }

  /** Has what an answer holds come up in later requests. */
  void learn(String name, String text) {
    learnt.put(name, text);
  }

  /** Returns a text that is unusual in some way. */
  String odd() {
    return chance.of(ODD);
  }

  /** Returns a value for a member, which mostly fits its schema. */
  JsonNode of(String name, JsonNode reference) {
    // Any number may be a latency of minutes.
    if (!name.equals(LATENCY) && chance.one(40)) {
      return anything();
    }
    JsonNode schema = resolved.apply(reference);
    if (schema.has("oneOf")) {
      return of(name, schema.path("oneOf").get(chance.one(6) ? 1 : 0));
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(chance.below(schema.path("enum").size()));
    }
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.get(0).asString() : type.asString()) {
      case "object" -> object(schema);
      case "array" -> array(name, schema.path("items"));
      case "integer" -> integer(name);
      case "number" -> chance.one(3) ? chance.of(NUMBERS) : NODES.numberNode(chance.below(5) / 4.0);
      case "boolean" -> NODES.booleanNode(chance.one(2));
      case "null" -> NODES.nullNode();
      default -> NODES.stringNode(text(name));
    };
  }

  /** Returns a text for a member or a query parameter. */
  String text(String name) {
    if (!name.equals(LATENCY) && chance.one(8)) {
      return odd();
    }
    return switch (name) {
      case "now", "to", "from", "savedAt" -> time();
      // A number of rows in queries, a duration in the clock's body.
      case "offset" -> chance.one(3) ? "1" : duration();
      case "by", "duration", "delay" -> duration();
      case "content" -> chance.of(REGULAR_EXPRESSIONS);
      case "command" -> learnt.getOrDefault("CommandId", "deploy");
      default -> FITTING.containsKey(name) ? chance.of(FITTING.get(name)) : "text";
    };
  }

  private String duration() {
    return chance.one(12) ? chance.of(FAR_DURATIONS) : chance.of(DURATIONS);
  }

  /** Returns a time mostly near the clock's: moves of years leave nothing that falls due. */
  private String time() {
    String now = learnt.get("now");
    if (now == null || chance.one(8)) {
      return chance.of(TIMES);
    }
    return Instant.parse(now).plusSeconds(chance.below(7_200) - 600L).toString();
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    schema
        .path("properties")
        .forEachEntry(
            (name, member) -> {
              if (required.contains(name) ? !chance.one(25) : chance.one(3)) {
                object.set(name, of(name, member));
              }
            });
    if (schema.path("additionalProperties").isObject()) {
      object.set(odd(), of("", schema.path("additionalProperties")));
    }
    if (chance.one(60)) {
      object.set(odd(), anything());
    }
    return object;
  }

  private ArrayNode array(String name, JsonNode items) {
    ArrayNode array = NODES.arrayNode();
    int size = chance.one(200) ? 1_001 : chance.below(3);
    for (int i = 0; i < size; i++) {
      array.add(of(name, items));
    }
    return array;
  }

  private JsonNode integer(String name) {
    if (chance.one(6)) {
      return chance.of(NUMBERS);
    }
    // An HTTP status that a fault may answer with.
    return NODES.numberNode(name.equals("status") ? 399 + chance.below(202) : 1 + chance.below(3));
  }

  /** Returns a value of any type. */
  JsonNode anything() {
    return switch (chance.below(7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.objectNode().set(odd(), NODES.arrayNode().add(odd()));
      case 2 -> NODES.arrayNode().add(NODES.arrayNode()).add(NODES.nullNode());
      case 3 -> NODES.booleanNode(true);
      case 4 -> chance.of(NUMBERS);
      case 5 -> deep(chance.one(2) ? 10 : 490);
      default -> NODES.stringNode(odd());
    };
  }

  private static JsonNode deep(int levels) {
    return Stream.<JsonNode>iterate(NODES.nullNode(), inner -> NODES.arrayNode().add(inner))
        .skip(levels)
        .findFirst()
        .orElseThrow();
  }
}
