package io.tatemulator.control;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The parameters of a route, as its handler method declares them. A request with anything else is
 * rejected, because the route would ignore it: a reset with a misspelt region would reset
 * everything.
 */
final class RouteParameters {
  private final List<Parameter> parameters;

  RouteParameters(HandlerMethod route) {
    this.parameters = List.of(route.getMethod().getParameters());
  }

  /**
   * Validates that a request contains nothing that its route does not take.
   *
   * @throws BadRequestException naming what the route does not take
   */
  void check(HttpServletRequest request) throws IOException {
    if (request.getQueryString() != null) {
      checkQuery(request.getQueryString());
    }
    BadRequestException.require(takesBody() || !hasBody(request), "this route takes no body");
  }

  private void checkQuery(String query) {
    List<String> allowed = parameters.stream().flatMap(RouteParameters::names).toList();
    Set<String> seen = new HashSet<>();
    for (String pair : StringUtils.tokenizeToStringArray(query, "&")) {
      // Splits before decoding, as the server does: an encoded = is part of the name.
      String name = decoded(pair.split("=", 2)[0]);
      decoded(pair);
      BadRequestException.require(
          allowed.contains(name),
          allowed.isEmpty()
              ? "unknown query parameter `" + name + "`: expected none"
              : "unknown query parameter `" + name + "`: expected " + String.join(", ", allowed));
      BadRequestException.require(seen.add(name), "duplicate query parameter `" + name + "`");
    }
  }

  /** Rejects bytes that are not UTF-8, on which the server would fail when the route reads them. */
  private static String decoded(String pair) {
    try {
      byte[] bytes =
          StringUtils.uriDecode(pair, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new BadRequestException("invalid query: expected percent-encoded UTF-8, got " + pair);
    }
  }

  private static Stream<String> names(Parameter parameter) {
    if (parameter.isAnnotationPresent(RequestParam.class)) {
      return Stream.of(parameter.getName());
    }
    return parameter.getType().isRecord() && parameter.getAnnotations().length == 0
        ? Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
        : Stream.empty();
  }

  private boolean takesBody() {
    return parameters.stream()
        .anyMatch(
            parameter ->
                parameter.isAnnotationPresent(RequestBody.class)
                    || InputStream.class.isAssignableFrom(parameter.getType()));
  }

  /**
   * Returns whether a body exists, by reading one of unknown length, which the route ignores
   * anyway.
   */
  private static boolean hasBody(HttpServletRequest request) throws IOException {
    return request.getContentLengthLong() > 0
        || (request.getContentLengthLong() < 0 && request.getInputStream().read() >= 0);
  }
}
