package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ErrorBody;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes responses: {@code {"Response": {…, "RequestId": "…"}}}, times as {@code
 * YYYY-MM-DDThh:mm:ssZ}.
 */
@Component
public final class ResponseWriter {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .addModule(new SimpleModule().addSerializer(new SecondsSerializer()))
          .build();

  /**
   * Writes the response of an action.
   *
   * @param result a record whose components are the members of {@code Response}
   */
  public byte[] success(Object result, String requestId) {
    ObjectNode response = mapper.valueToTree(result);
    return envelope(response, requestId);
  }

  /** Writes an error response, which has no members of the action. */
  public byte[] failure(ErrorBody error, String requestId) {
    ObjectNode response = mapper.createObjectNode();
    response.set("Error", mapper.valueToTree(error));
    return envelope(response, requestId);
  }

  private byte[] envelope(ObjectNode response, String requestId) {
    response.put("RequestId", requestId);
    ObjectNode envelope = mapper.createObjectNode();
    envelope.set("Response", response);
    return mapper.writeValueAsBytes(envelope);
  }

  private static final class SecondsSerializer extends StdSerializer<Instant> {
    SecondsSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
      json.writeString(ApiTime.format(value));
    }
  }
}
