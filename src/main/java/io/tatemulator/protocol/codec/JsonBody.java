package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the JSON object that a POST carries. */
@Component
public final class JsonBody {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads the parameters of a request.
   *
   * @param body the bytes as received; none at all means no parameters
   * @throws ApiException InvalidParameter when they are not one JSON object without repeated keys
   */
  public JsonNode read(byte[] body) {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode tree;
    try {
      tree = mapper.readTree(body);
    } catch (JacksonException e) {
      throw new ApiException(ErrorCode.BODY_NOT_JSON);
    }
    if (!tree.isObject()) {
      throw new ApiException(ErrorCode.BODY_NOT_JSON);
    }
    return tree;
  }
}
