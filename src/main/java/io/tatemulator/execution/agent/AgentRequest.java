package io.tatemulator.execution.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.registration.AgentError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The body of a request of an agent: the members of all actions, each null where it is missing.
 *
 * @param activeValue the secret value of a register code; never log it
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
// Read once and never compared, so the array needs no copy.
@SuppressWarnings("ArrayRecordComponent")
record AgentRequest(
    @Nullable String action,
    @Nullable String machineId,
    @Nullable String activeCode,
    @Nullable String activeValue,
    @Nullable String publicKey,
    @Nullable String hostname,
    @Nullable String localIp,
    @Nullable String systemName,
    @Nullable String invocationTaskId,
    @Nullable Integer index,
    byte @Nullable [] output,
    @Nullable Long dropped,
    @Nullable String result,
    @Nullable String errorInfo,
    @Nullable Long exitCode) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  /**
   * Reads a body, whatever its content type.
   *
   * @throws ApiException BODY_NOT_JSON
   */
  static AgentRequest read(byte[] body) {
    try {
      AgentRequest request = JSON.readValue(body, AgentRequest.class);
      if (request != null) {
        return request;
      }
    } catch (JacksonException e) {
      // Its message would quote the body.
    }
    throw new ApiException(AgentError.BODY_NOT_JSON);
  }

  /**
   * Returns a member.
   *
   * @throws ApiException MEMBER_MISSING, or MEMBER_NOT_VALID for a text with U+0000, which no text
   *     of PostgreSQL can have
   */
  static <T> T require(String name, @Nullable T value) {
    if (value == null) {
      throw new ApiException(AgentError.MEMBER_MISSING, name);
    }
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      throw new ApiException(AgentError.MEMBER_NOT_VALID, name);
    }
    return value;
  }

  /**
   * Returns a text.
   *
   * @param maxLength its maximum length in characters
   * @throws ApiException MEMBER_MISSING or MEMBER_NOT_VALID
   */
  static String requireText(String name, @Nullable String value, int maxLength) {
    String text = require(name, value);
    if (text.isEmpty() || text.length() > maxLength) {
      throw new ApiException(AgentError.MEMBER_NOT_VALID, name);
    }
    return text;
  }

  /** Returns the action only, since the body may have secrets and scripts. */
  @Override
  public String toString() {
    return "AgentRequest[" + action + "]";
  }
}
