package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.codec.RequestSchema.ListOf;
import io.tatemulator.protocol.codec.RequestSchema.Parameter;
import io.tatemulator.protocol.codec.RequestSchema.Scalar;
import io.tatemulator.protocol.codec.RequestSchema.Shape;
import io.tatemulator.protocol.codec.RequestSchema.Structure;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCodes;
import io.tatemulator.protocol.error.ProtocolError;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Binds the parameters of a request to its request record. Rejects, in this order over the whole
 * request: unknown parameters, missing parameters, wrong types, violated constraints.
 */
@Component
public final class RequestBinder {
  private static final BigInteger MAX_INT64 = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_INT64 = BigInteger.valueOf(Long.MIN_VALUE);

  /** A constraint to check once the whole request has been read. */
  private record Check(Constraint constraint, String path, Object value) {}

  /**
   * Returns the request record.
   *
   * @param body the request's parameters, a JSON object
   * @param type the record that declares them
   * @param errors the errors of the service
   * @throws ApiException UnknownParameter, MissingParameter, InvalidParameter or the error of a
   *     violated constraint, each naming the parameter by its dotted path, such as {@code
   *     Filters.0.Values}
   */
  public <I> I bind(JsonNode body, Class<I> type, ErrorCodes errors) {
    RequestSchema schema = RequestSchema.of(type);
    rejectUnknown("", body, schema);
    rejectMissing("", body, schema);
    List<Check> checks = new ArrayList<>();
    I request = type.cast(bindStructure("", body, schema, checks));
    checks.sort(Comparator.comparing(check -> check.constraint().phase()));
    checks.forEach(check -> check.constraint().check(check.path(), check.value(), errors));
    return request;
  }

  private static void rejectUnknown(String prefix, JsonNode node, RequestSchema schema) {
    for (String name : node.propertyNames()) {
      if (!schema.parameters().containsKey(name)) {
        throw new ApiException(ProtocolError.UNKNOWN_PARAMETER, prefix + name);
      }
    }
    forEachStructure(prefix, node, schema, RequestBinder::rejectUnknown);
  }

  private static void rejectMissing(String prefix, JsonNode node, RequestSchema schema) {
    for (Parameter parameter : schema.parameters().values()) {
      JsonNode value = node.path(parameter.name());
      boolean missing =
          value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
      if (parameter.required() && missing) {
        throw new ApiException(ProtocolError.MISSING_PARAMETER, prefix + parameter.name());
      }
    }
    forEachStructure(prefix, node, schema, RequestBinder::rejectMissing);
  }

  private interface StructureVisitor {
    void visit(String prefix, JsonNode node, RequestSchema schema);
  }

  private static void forEachStructure(
      String prefix, JsonNode node, RequestSchema schema, StructureVisitor visitor) {
    for (Parameter parameter : schema.parameters().values()) {
      JsonNode value = node.path(parameter.name());
      String path = prefix + parameter.name();
      if (parameter.shape() instanceof Structure nested && value.isObject()) {
        visitor.visit(path + ".", value, nested.schema());
      } else if (parameter.shape() instanceof ListOf list
          && list.item() instanceof Structure nested) {
        for (int i = 0; i < value.size(); i++) {
          if (value.path(i).isObject()) {
            visitor.visit(path + "." + i + ".", value.path(i), nested.schema());
          }
        }
      }
    }
  }

  private static Object bindStructure(
      String prefix, JsonNode node, RequestSchema schema, List<Check> checks) {
    @Nullable Object[] values = new @Nullable Object[schema.parameters().size()];
    int i = 0;
    for (Parameter parameter : schema.parameters().values()) {
      String path = prefix + parameter.name();
      Object value = bindOptional(path, node.path(parameter.name()), parameter, checks);
      if (value != null) {
        parameter
            .constraints()
            .forEach(constraint -> checks.add(new Check(constraint, path, value)));
      }
      values[i++] = value;
    }
    return schema.instantiate(values);
  }

  private static @Nullable Object bindOptional(
      String path, JsonNode node, Parameter parameter, List<Check> checks) {
    // Terraform sends "" for an omitted text, so an empty optional text counts as missing.
    boolean blank = !parameter.required() && node.isString() && node.stringValue().isEmpty();
    if (node.isMissingNode() || node.isNull() || (blank && parameter.shape() == Scalar.TEXT)) {
      return null;
    }
    return bindValue(path, node, parameter.shape(), checks);
  }

  /** No text of PostgreSQL can have one, and both databases accept the same. */
  private static String withoutNull(String path, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new ApiException(ProtocolError.NULL_CHARACTER, path);
    }
    return text;
  }

  private static Object bindValue(String path, JsonNode node, Shape shape, List<Check> checks) {
    if (shape == Scalar.TEXT && node.isString()) {
      return withoutNull(path, node.stringValue());
    }
    if (shape == Scalar.BOOLEAN && node.isBoolean()) {
      return node.booleanValue();
    }
    boolean signed = shape == Scalar.SIGNED_INTEGER;
    if ((signed || shape == Scalar.INTEGER)
        && node.isIntegralNumber()
        && (signed || node.bigIntegerValue().signum() >= 0)) {
      return node.bigIntegerValue().min(MAX_INT64).max(MIN_INT64).longValue();
    }
    if (shape instanceof Structure nested && node.isObject()) {
      return bindStructure(path + ".", node, nested.schema(), checks);
    }
    if (shape instanceof ListOf list && node.isArray()) {
      List<Object> items = new ArrayList<>(node.size());
      for (int i = 0; i < node.size(); i++) {
        items.add(bindValue(path + "." + i, node.path(i), list.item(), checks));
      }
      return List.copyOf(items);
    }
    throw new ApiException(ProtocolError.PARAMETER_TYPE, path);
  }
}
