package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.codec.RequestSchema.ListOf;
import io.tatemulator.protocol.codec.RequestSchema.Scalar;
import io.tatemulator.protocol.codec.RequestSchema.Shape;
import io.tatemulator.protocol.codec.RequestSchema.Structure;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the parameters of a query or a form, such as {@code Filters.0.Values.0}, to the
 * equivalent JSON object. A value that does not match the action's record stays a text, so that the
 * binder rejects it as it would in a JSON body.
 */
public final class FlatParameters {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,40}");
  private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

  private FlatParameters() {}

  /** Returns the object from which a record of this type is bound. */
  public static JsonNode toTree(Map<String, String> flat, Class<? extends Record> type) {
    return object(flat, RequestSchema.of(type));
  }

  private static ObjectNode object(Map<String, String> flat, RequestSchema schema) {
    ObjectNode object = NODES.objectNode();
    bySegment(flat)
        .forEach(
            (name, suffixes) -> {
              RequestSchema.Parameter parameter = schema.parameters().get(name);
              if (parameter == null || continuesBelow(suffixes, parameter.shape())) {
                suffixes.forEach((suffix, text) -> object.put(join(name, suffix), text));
              } else {
                object.set(name, node(suffixes, parameter.shape()));
              }
            });
    return object;
  }

  /** Returns whether names continue below a scalar. */
  private static boolean continuesBelow(Map<String, String> suffixes, Shape shape) {
    return shape instanceof Scalar && !(suffixes.size() == 1 && suffixes.containsKey(""));
  }

  private static JsonNode node(Map<String, String> suffixes, Shape shape) {
    String value = suffixes.get("");
    if (shape instanceof Scalar scalar) {
      // An object has the wrong type for every scalar.
      return value == null || suffixes.size() > 1 ? NODES.objectNode() : scalar(value, scalar);
    }
    if (value != null) {
      return NODES.stringNode(value);
    }
    if (shape instanceof Structure nested) {
      return object(suffixes, nested.schema());
    }
    return list(suffixes, ((ListOf) shape).item());
  }

  /** Returns the items in the order of their indexes, which may start anywhere and have gaps. */
  private static JsonNode list(Map<String, String> suffixes, Shape item) {
    SortedMap<Integer, Map<String, String>> items = new TreeMap<>();
    for (Map.Entry<String, Map<String, String>> group : bySegment(suffixes).entrySet()) {
      if (!INDEX.matcher(group.getKey()).matches()) {
        return NODES.stringNode(group.getKey());
      }
      items.put(Integer.parseInt(group.getKey()), group.getValue());
    }
    ArrayNode list = NODES.arrayNode();
    items.values().forEach(texts -> list.add(node(texts, item)));
    return list;
  }

  private static JsonNode scalar(String text, Scalar scalar) {
    return switch (scalar) {
      case TEXT -> NODES.stringNode(text);
      case INTEGER, SIGNED_INTEGER ->
          INTEGER.matcher(text).matches()
              ? NODES.numberNode(new BigInteger(text))
              : NODES.stringNode(text);
      // The Python SDK writes True and False.
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> NODES.booleanNode(true);
            case "false", "0" -> NODES.booleanNode(false);
            default -> NODES.stringNode(text);
          };
    };
  }

  /** Groups the parameters by the first segment of their names and removes it. */
  private static Map<String, Map<String, String>> bySegment(Map<String, String> flat) {
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    flat.forEach(
        (name, text) -> {
          int dot = name.indexOf('.');
          String first = dot < 0 ? name : name.substring(0, dot);
          String suffix = dot < 0 ? "" : name.substring(dot + 1);
          groups.computeIfAbsent(first, key -> new LinkedHashMap<>()).put(suffix, text);
        });
    return groups;
  }

  private static String join(String name, String suffix) {
    return suffix.isEmpty() ? name : name + "." + suffix;
  }
}
