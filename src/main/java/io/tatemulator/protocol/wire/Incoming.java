package io.tatemulator.protocol.wire;

import io.tatemulator.protocol.error.ApiException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that has been taken apart.
 *
 * @param common the parameters that every request has, as far as they could be read
 * @param parameters the action's own; null when {@code fault} says why they cannot be read
 * @param flat all parameters, decoded, when they came as a query or a form; empty otherwise
 * @param fault what the gateway refuses about the request; null for nothing
 */
public record Incoming(
    CommonParameters common,
    @Nullable Parameters parameters,
    Map<String, String> flat,
    @Nullable ApiException fault) {

  /** The parameters of an action. */
  public interface Parameters {
    /**
     * One JSON object, whichever way they came.
     *
     * @param type the record that declares them, since a query knows only texts
     */
    JsonNode as(Class<? extends Record> type);
  }

  /**
   * The action's parameters.
   *
   * @throws ApiException what the gateway refuses about the request
   */
  public Parameters readable() {
    if (fault != null) {
      throw fault;
    }
    if (parameters == null) {
      throw new IllegalStateException("neither parameters nor a fault");
    }
    return parameters;
  }
}
