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

/** Puts a mask over the values of confidential parameters. */
public final class Masking {
  static final String MASK = "******";
  private static final String TOKEN = "Token";

  /** A parameter of a query or of a string to sign. */
  private static final Pattern PAIR = Pattern.compile("(?<=[?&\\n])([^=&\\n]*)=([^&\\n]*)");

  private static final Pattern TOKEN_HEADER = Pattern.compile("(?mi)^(x-tc-token:).*$");

  private Masking() {}

  /**
   * The parameters of a request with every confidential value masked.
   *
   * @param parameters a JSON object; it stays as it is
   * @param type the record that declares them
   */
  public static JsonNode mask(JsonNode parameters, Class<? extends Record> type) {
    JsonNode copy = parameters.deepCopy();
    mask(copy, RequestSchema.of(type));
    return copy;
  }

  /**
   * The same for a canonical request or a string to sign, and for the token in it.
   *
   * @param flat the decoded parameters of a query or a form, which a string to sign may hold with
   *     all that parts them from each other
   */
  public static String maskSigned(
      String text, Map<String, String> flat, Class<? extends Record> type) {
    RequestSchema schema = RequestSchema.of(type);
    String known = text;
    for (Map.Entry<String, String> parameter : flat.entrySet()) {
      if (isConfidential(parameter.getKey(), schema)) {
        String name = parameter.getKey() + "=";
        known = known.replace(name + parameter.getValue(), name + MASK);
      }
    }
    String pairs =
        PAIR.matcher("\n" + known)
            .replaceAll(
                pair ->
                    Matcher.quoteReplacement(
                        isConfidential(pair.group(1), schema)
                            ? pair.group(1) + "=" + MASK
                            : pair.group()));
    return TOKEN_HEADER.matcher(pairs.substring(1)).replaceAll("$1" + MASK);
  }

  private static void mask(JsonNode node, RequestSchema schema) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        Parameter parameter = schema.parameters().get(name);
        if (parameter == null || parameter.confidential() || !fits(object.get(name), parameter)) {
          // What nobody declared may be a secret whose name was misspelt.
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

  private static boolean fits(JsonNode node, Parameter parameter) {
    Shape shape = parameter.shape();
    if (shape instanceof Structure) {
      return node.isObject() || node.isNull();
    }
    return shape instanceof ListOf ? node.isArray() || node.isNull() : !node.isContainer();
  }

  private static boolean isConfidential(String dotted, RequestSchema schema) {
    if (dotted.equals(TOKEN)) {
      return true;
    }
    Shape shape = new Structure(schema);
    for (String part : dotted.split("\\.", -1)) {
      if (shape instanceof ListOf list) {
        shape = list.item();
      } else if (shape instanceof Structure nested) {
        Parameter parameter = nested.schema().parameters().get(part);
        if (parameter == null || parameter.confidential()) {
          return parameter != null;
        }
        shape = parameter.shape();
      }
    }
    return false;
  }
}
