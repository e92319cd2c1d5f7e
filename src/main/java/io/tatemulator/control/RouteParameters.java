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
 * What a route takes, as the method that serves it declares. Anything else in a request is refused,
 * since it would be overlooked: a reset of one region, misspelt, would forget everything.
 */
final class RouteParameters {
  private final List<Parameter> parameters;

  RouteParameters(HandlerMethod route) {
    this.parameters = List.of(route.getMethod().getParameters());
  }

  /**
   * Makes sure that a request has nothing that its route does not take.
   *
   * @throws BadRequestException naming what it has too much
   */
  void check(HttpServletRequest request) throws IOException {
    if (request.getQueryString() != null) {
      checkQuery(request.getQueryString());
    }
    BadRequestException.unless(takesBody() || !hasBody(request), "this route takes no body");
  }

  private void checkQuery(String query) {
    List<String> known = parameters.stream().flatMap(RouteParameters::names).toList();
    Set<String> found = new HashSet<>();
    for (String pair : StringUtils.tokenizeToStringArray(query, "&")) {
      // Split first and decoded then, as the server does: an encoded = is a part of the name.
      String name = decoded(pair.split("=", 2)[0]);
      decoded(pair);
      BadRequestException.unless(
          known.contains(name),
          known.isEmpty()
              ? "this route takes no query parameter, and so no " + name
              : "there is no query parameter " + name + " here, but " + String.join(", ", known));
      BadRequestException.unless(found.add(name), "the query has more than one " + name);
    }
  }

  /** Refuses bytes that are no UTF-8, at which the server would fail when the route asks it. */
  private static String decoded(String pair) {
    try {
      byte[] bytes =
          StringUtils.uriDecode(pair, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new BadRequestException("the query cannot be decoded: " + pair);
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

  /** Reads from a body of unknown length, which the route does not read anyway. */
  private static boolean hasBody(HttpServletRequest request) throws IOException {
    return request.getContentLengthLong() > 0
        || (request.getContentLengthLong() < 0 && request.getInputStream().read() >= 0);
  }
}
