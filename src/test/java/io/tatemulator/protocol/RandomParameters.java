package io.tatemulator.protocol;

import io.tatemulator.protocol.codec.Required;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Parameters that an action might take, often with something wrong about them. */
final class RandomParameters {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Whatever some check looks at. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "变量 & = + % \\ \" ' ;--",
          "\u0000",
          "\ud800",
          "😀".repeat(40),
          "x".repeat(300),
          "bHM=",
          "ZWNobyB7e2F9fSB7e3RhdC1oaWRkZW46Yn19",
          "%%%",
          "SHELL",
          "POWERSHELL",
          "SCHEDULE",
          "ONCE",
          "RECURRENCE",
          "0 0 1 * *",
          "*/5 0-23/2 * * MON",
          "* * * * * *",
          "60 24 0 13 8",
          "2099-01-01T00:00:00+08:00",
          "2099-13-41T25:61:61Z",
          "-999999999-01-01T00:00:00Z",
          "99999999999999999999",
          "{\"a\": \"1\", \"b\": \"2\"}",
          "{\"a\": \"1\", \"a\": \"2\"}",
          "[[[[",
          "/tmp",
          "C:\\tmp",
          "root",
          "https://b-1250000000.cos.ap-beijing.myqcloud.com",
          "command-name",
          "invoker-id",
          "instance-id",
          "tag-key",
          "tag:k",
          "cmd-m7uma92n",
          "ins-yx05ky8j",
          "ins-notfound",
          "ins-windows0",
          "CVM",
          "TAT",
          "USER");

  private static final List<JsonNode> NUMBERS =
      List.of(
          NODES.numberNode(0),
          NODES.numberNode(1),
          NODES.numberNode(100),
          NODES.numberNode(101),
          NODES.numberNode(-1),
          NODES.numberNode(1.5),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(new BigInteger("9".repeat(40))),
          NODES.numberNode(new BigDecimal("1e400")));

  /** What fits parameters that take little else, so that requests come through to the actions. */
  private static final Map<String, List<String>> FITTING =
      Map.of(
          "Content", List.of("bHM=", "ZWNobyB7e2F9fSB7e3RhdC1oaWRkZW46Yn19"),
          "CommandType", List.of("SHELL", "POWERSHELL"),
          "Type", List.of("SCHEDULE"),
          "Policy", List.of("ONCE", "RECURRENCE"),
          "Recurrence", List.of("0 0 1 * *", "*/5 0-23/2 * * MON"),
          "InvokeTime", List.of("2099-01-01T00:00:00+08:00"),
          "WorkingDirectory", List.of("/tmp"),
          "Username", List.of("root"),
          "Parameters", List.of("{\"a\": \"1\"}"),
          "InstanceIds", List.of("ins-yx05ky8j", "ins-aaaaaaaa"));

  private final Random random;
  private final List<String> known = new ArrayList<>(TEXTS);
  private final Map<String, String> newest = new HashMap<>();

  RandomParameters(Random random) {
    this.random = random;
  }

  /** Has what an answer holds come up in later requests. */
  void learn(String name, String text) {
    newest.put(name, text);
    if (known.size() < 10 * TEXTS.size()) {
      known.add(text);
    } else {
      known.set(TEXTS.size() + random.nextInt(known.size() - TEXTS.size()), text);
    }
  }

  /** Some parameters for a request record. */
  ObjectNode of(Class<?> type) {
    ObjectNode object = NODES.objectNode();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean required = component.isAnnotationPresent(Required.class);
      if (required ? !one(20) : one(3)) {
        String name =
            Character.toUpperCase(component.getName().charAt(0)) + component.getName().substring(1);
        object.set(name, value(name, component.getGenericType()));
      }
    }
    if (one(50)) {
      object.set(text(), anything());
    }
    return object;
  }

  private JsonNode value(String name, Type type) {
    if (one(50)) {
      return anything();
    }
    if (type == String.class) {
      return NODES.stringNode(one(4) ? text() : fitting(name));
    }
    if (type == Long.class) {
      return one(4) ? number() : NODES.numberNode(1 + random.nextInt(50));
    }
    if (type == Boolean.class) {
      return NODES.booleanNode(random.nextBoolean());
    }
    if (type instanceof ParameterizedType list) {
      ArrayNode items = NODES.arrayNode();
      int size = one(30) ? 120 : random.nextInt(3);
      for (int i = 0; i < size; i++) {
        items.add(value(name, list.getActualTypeArguments()[0]));
      }
      return items;
    }
    return of((Class<?>) type);
  }

  private JsonNode anything() {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.objectNode().set(text(), NODES.arrayNode().add(text()));
      case 2 -> NODES.arrayNode().add(NODES.arrayNode()).add(NODES.nullNode());
      case 3 -> NODES.booleanNode(true);
      case 4 -> number();
      default -> NODES.stringNode(text());
    };
  }

  private JsonNode number() {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  /** Of identifiers the newest, since it is the most likely to be still there. */
  private String fitting(String name) {
    List<String> fitting = FITTING.get(name);
    if (fitting != null) {
      return fitting.get(random.nextInt(fitting.size()));
    }
    String learnt = newest.get(name.replaceFirst("s$", ""));
    return learnt != null ? learnt : text();
  }

  private String text() {
    return known.get(random.nextInt(known.size()));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }
}
