package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the JSON object in the body of a POST. */
@Component
public final class JsonBody {
  /**
   * Far more than the largest request has. Without a limit, a body of ten megabytes may become a
   * tree of half a gigabyte.
   */
  private static final long MAX_TOKENS = 100_000;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads the parameters of a request.
   *
   * @param body the bytes as received; an empty body and {@code null}, which the Ruby SDK sends,
   *     mean no parameters
   * @throws ApiException InvalidParameter when they are not one JSON object without repeated keys,
   *     or when it has too many tokens
   */
  public JsonNode read(byte[] body) {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode tree;
    try {
      tree = mapper.readTree(body);
    } catch (JacksonException e) {
      throw new ApiException(ProtocolError.BODY_NOT_JSON);
    }
    if (tree.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!tree.isObject()) {
      throw new ApiException(ProtocolError.BODY_NOT_JSON);
    }
    return tree;
  }
}
