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
 * The parameters of a query or a form, such as {@code Filters.0.Values.0}, as the JSON object that
 * would say the same. What does not fit the action's record stays a text, so that the binder
 * refuses it as it would in a JSON body.
 */
public final class FlatParameters {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,40}");
  private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

  private FlatParameters() {}

  /** The object that a record of this type is bound from. */
  public static JsonNode toTree(Map<String, String> flat, Class<? extends Record> type) {
    return object(flat, RequestSchema.of(type));
  }

  private static ObjectNode object(Map<String, String> flat, RequestSchema schema) {
    ObjectNode object = NODES.objectNode();
    bySegment(flat)
        .forEach(
            (name, rests) -> {
              RequestSchema.Parameter parameter = schema.parameters().get(name);
              if (parameter == null || isBeyond(rests, parameter.shape())) {
                rests.forEach((rest, text) -> object.put(join(name, rest), text));
              } else {
                object.set(name, node(rests, parameter.shape()));
              }
            });
    return object;
  }

  /** Whether names go on where the value should be. */
  private static boolean isBeyond(Map<String, String> rests, Shape shape) {
    return shape instanceof Scalar && !(rests.size() == 1 && rests.containsKey(""));
  }

  private static JsonNode node(Map<String, String> rests, Shape shape) {
    String whole = rests.get("");
    if (shape instanceof Scalar scalar) {
      // An object is of the wrong type for every scalar.
      return whole == null || rests.size() > 1 ? NODES.objectNode() : scalar(whole, scalar);
    }
    if (whole != null) {
      return NODES.stringNode(whole);
    }
    if (shape instanceof Structure nested) {
      return object(rests, nested.schema());
    }
    return list(rests, ((ListOf) shape).item());
  }

  /** Items in the order of their numbers, which may begin anywhere and have gaps. */
  private static JsonNode list(Map<String, String> rests, Shape item) {
    SortedMap<Integer, Map<String, String>> items = new TreeMap<>();
    for (Map.Entry<String, Map<String, String>> part : bySegment(rests).entrySet()) {
      if (!INDEX.matcher(part.getKey()).matches()) {
        return NODES.stringNode(part.getKey());
      }
      items.put(Integer.parseInt(part.getKey()), part.getValue());
    }
    ArrayNode list = NODES.arrayNode();
    items.values().forEach(of -> list.add(node(of, item)));
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

  /** The parameters by the first part of their names, without it. */
  private static Map<String, Map<String, String>> bySegment(Map<String, String> flat) {
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    flat.forEach(
        (name, text) -> {
          int dot = name.indexOf('.');
          String first = dot < 0 ? name : name.substring(0, dot);
          String rest = dot < 0 ? "" : name.substring(dot + 1);
          parts.computeIfAbsent(first, key -> new LinkedHashMap<>()).put(rest, text);
        });
    return parts;
  }

  private static String join(String name, String rest) {
    return rest.isEmpty() ? name : name + "." + rest;
  }
}
