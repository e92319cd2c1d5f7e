package io.tatemulator.protocol.wire;

import io.tatemulator.protocol.error.ApiException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parsed request.
 *
 * @param common the parameters that every request has, as far as they are readable
 * @param parameters the action's parameters; null when {@code error} is the reason why they are not
 *     readable
 * @param flat all parameters, decoded, of a query or a form; empty otherwise
 * @param error the gateway's error; null for none
 */
public record ParsedRequest(
    CommonParameters common,
    @Nullable Parameters parameters,
    Map<String, String> flat,
    @Nullable ApiException error) {

  /** The parameters of an action. */
  public interface Parameters {
    /**
     * Returns the parameters as one JSON object, whatever their encoding.
     *
     * @param type the record that declares them, since all values of a query are texts
     */
    JsonNode as(Class<? extends Record> type);
  }

  /**
   * Returns the action's parameters.
   *
   * @throws ApiException the gateway's error
   */
  public Parameters parametersOrThrow() {
    if (error != null) {
      throw error;
    }
    if (parameters == null) {
      throw new IllegalStateException("the request has neither parameters nor an error");
    }
    return parameters;
  }
}
