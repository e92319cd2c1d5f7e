package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.codec.RequestSchema.ListOf;
import io.tatemulator.protocol.codec.RequestSchema.Parameter;
import io.tatemulator.protocol.codec.RequestSchema.Shape;
import io.tatemulator.protocol.codec.RequestSchema.Structure;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Masks the values of sensitive parameters. */
public final class Masking {
  static final String MASK = "******";
  private static final String TOKEN = "Token";

  /** A parameter of a query or of a string to sign. */
  private static final Pattern PAIR = Pattern.compile("(?<=[?&\\n])([^=&\\n]*)=([^&\\n]*)");

  private static final Pattern TOKEN_HEADER = Pattern.compile("(?mi)^(x-tc-token:).*$");

  private Masking() {}

  /**
   * Returns the parameters of a request with every sensitive value masked.
   *
   * @param parameters a JSON object, which is not modified
   * @param type the record that declares them
   */
  public static JsonNode mask(JsonNode parameters, Class<? extends Record> type) {
    JsonNode copy = parameters.deepCopy();
    mask(copy, RequestSchema.of(type));
    return copy;
  }

  /**
   * Returns a canonical request or a string to sign with sensitive values and the token masked.
   *
   * @param flat the decoded parameters of a query or a form; a string to sign may hold their values
   *     with unescaped separators
   */
  public static String maskSigned(
      String text, Map<String, String> flat, Class<? extends Record> type) {
    RequestSchema schema = RequestSchema.of(type);
    String masked = text;
    for (Map.Entry<String, String> parameter : flat.entrySet()) {
      if (isSensitive(parameter.getKey(), schema)) {
        String name = parameter.getKey() + "=";
        masked = masked.replace(name + parameter.getValue(), name + MASK);
      }
    }
    String pairs =
        PAIR.matcher("\n" + masked)
            .replaceAll(
                pair ->
                    Matcher.quoteReplacement(
                        isSensitive(pair.group(1), schema)
                            ? pair.group(1) + "=" + MASK
                            : pair.group()));
    return TOKEN_HEADER.matcher(pairs.substring(1)).replaceAll("$1" + MASK);
  }

  private static void mask(JsonNode node, RequestSchema schema) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        Parameter parameter = schema.parameters().get(name);
        if (parameter == null || parameter.sensitive() || !matches(object.get(name), parameter)) {
          // An undeclared parameter may be a secret with a misspelt name.
          object.put(name, MASK);
        } else {
          mask(object.get(name), parameter.shape());
        }
      }
    }
  }

  private static void mask(JsonNode node, Shape shape) {
    if (shape instanceof Structure nested) {
      mask(node, nested.schema());
    } else if (shape instanceof ListOf list && node instanceof ArrayNode) {
      node.forEach(item -> mask(item, list.item()));
    }
  }

  private static boolean matches(JsonNode node, Parameter parameter) {
    Shape shape = parameter.shape();
    if (shape instanceof Structure) {
      return node.isObject() || node.isNull();
    }
    return shape instanceof ListOf ? node.isArray() || node.isNull() : !node.isContainer();
  }

  private static boolean isSensitive(String dotted, RequestSchema schema) {
    if (dotted.equals(TOKEN)) {
      return true;
    }
    Shape shape = new Structure(schema);
    for (String part : dotted.split("\\.", -1)) {
      if (shape instanceof ListOf list) {
        shape = list.item();
      } else if (shape instanceof Structure nested) {
        Parameter parameter = nested.schema().parameters().get(part);
        if (parameter == null || parameter.sensitive()) {
          return parameter != null;
        }
        shape = parameter.shape();
      }
    }
    return false;
  }
}
