package io.tatemulator.protocol.wire;

import io.tatemulator.protocol.codec.FlatParameters;
import io.tatemulator.protocol.codec.JsonBody;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Parses requests with a JSON body, a form or a query, and with the common parameters as headers or
 * among the others. Sizes are those that the cloud documents.
 */
@Component
public final class RequestParser {
  /** The maximum size of a body: 10 MB, the documented limit of signature v3. */
  public static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  private static final int MAX_FORM_BYTES = 1024 * 1024;
  private static final int MAX_QUERY_BYTES = 32 * 1024;
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Set<String> GET_MEDIA_TYPES = Set.of("", FORM, JSON);

  private final JsonBody json;

  /** Creates a parser that uses the given reader for JSON bodies. */
  public RequestParser(JsonBody json) {
    this.json = json;
  }

  /** Parses a request; an error in it becomes its {@code fault}. */
  public ParsedRequest parse(ApiRequest request) {
    boolean inHeaders = isInHeaders(request);
    CommonParameters common = CommonParameters.ofHeaders(request);
    Map<String, String> flat = Map.of();
    try {
      check(request);
      if (isJson(request)) {
        JsonNode body = json.read(request.body());
        return new ParsedRequest(common, type -> body, flat, null);
      }
      Map<String, String> parameters = UrlEncoded.parse(text(request));
      flat = Map.copyOf(parameters);
      if (!inHeaders) {
        common = CommonParameters.extractFrom(parameters);
      }
      return new ParsedRequest(common, type -> FlatParameters.toTree(parameters, type), flat, null);
    } catch (ApiException error) {
      return new ParsedRequest(common, null, flat, error);
    }
  }

  private static boolean isInHeaders(ApiRequest request) {
    return request.header("X-TC-Action") != null || request.header("Authorization") != null;
  }

  private static boolean isJson(ApiRequest request) {
    return request.method().equals("POST") && request.mediaType().equals(JSON);
  }

  private static String text(ApiRequest request) {
    return request.method().equals("GET")
        ? request.query()
        : new String(request.body(), StandardCharsets.ISO_8859_1);
  }

  private static void check(ApiRequest request) {
    switch (request.method()) {
      case "GET" -> checkGet(request);
      case "POST" -> checkPost(request);
      default -> throw new ApiException(ProtocolError.METHOD_NOT_SUPPORTED, request.method());
    }
  }

  private static void checkGet(ApiRequest request) {
    if (!GET_MEDIA_TYPES.contains(request.mediaType())) {
      throw new ApiException(ProtocolError.CONTENT_TYPE_NOT_SUPPORTED, request.mediaType());
    }
    if (request.query().length() > MAX_QUERY_BYTES) {
      throw new ApiException(ProtocolError.REQUEST_TOO_LARGE, MAX_QUERY_BYTES);
    }
  }

  private static void checkPost(ApiRequest request) {
    boolean form = request.mediaType().equals(FORM);
    if (!form && !isJson(request)) {
      throw new ApiException(ProtocolError.CONTENT_TYPE_NOT_SUPPORTED, request.mediaType());
    }
    if (request.body().length > MAX_BODY_BYTES) {
      throw new ApiException(ProtocolError.REQUEST_TOO_LARGE, MAX_BODY_BYTES);
    }
    if (form && request.body().length > MAX_FORM_BYTES) {
      throw new ApiException(ProtocolError.FORM_TOO_LARGE);
    }
  }
}
