package io.tatemulator.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A method of a route, and the requests that follow from its description.
 *
 * @param method the method
 * @param path the route, with its variables in braces
 * @param described its description
 * @param parameters its parameters, those of the route too
 */
record ControlOperation(String method, String path, JsonNode described, List<JsonNode> parameters) {
  /** A text that only parameters take that take every text. */
  static final String NONSENSE = "a b";

  private static final String BROKEN = "[";

  /**
   * A request.
   *
   * @param of what it is for
   * @param target its path and query
   * @param body its body, empty for none
   */
  record Request(ControlOperation of, String target, String body) {
    /** The same with more in its query. */
    Request with(String query) {
      return new Request(of, target + (target.contains("?") ? "&" : "?") + query, body);
    }

    @Override
    public String toString() {
      return of.method + " " + target + " " + body;
    }
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  String id() {
    return described.path("operationId").asString();
  }

  /** Whether the response goes on until the client closes the connection. */
  boolean isStream() {
    return described.at("/responses/200/content").has("text/event-stream");
  }

  Set<Integer> statuses() {
    return described
        .path("responses")
        .propertyStream()
        .map(answer -> Integer.valueOf(answer.getKey()))
        .collect(Collectors.toSet());
  }

  /** Its body's schema; missing when it takes none. */
  JsonNode schema() {
    return json().path("schema");
  }

  /** The bodies that its description shows. */
  List<JsonNode> examples() {
    return json().path("examples").valueStream().map(one -> one.path("value")).toList();
  }

  /** The shortest request that is as described. */
  Request shortest() {
    return request(ControlOperation::isRequired, ControlOperation::example, bodies().get(0));
  }

  /** Each body, without the parameters that may be left out and with them. */
  Stream<Request> requests() {
    return bodies().stream()
        .flatMap(
            body ->
                Stream.<Predicate<JsonNode>>of(ControlOperation::isRequired, parameter -> true)
                    .map(sent -> request(sent, ControlOperation::example, body)))
        .distinct();
  }

  /**
   * Requests of which one thing is not as described.
   *
   * @param refusesNonsense whether a parameter does not take {@link #NONSENSE}
   */
  List<Request> spoilt(Predicate<JsonNode> refusesNonsense) {
    String body = bodies().get(0);
    List<Request> spoilt = new ArrayList<>();
    for (JsonNode one : parameters) {
      if (refusesNonsense.test(one)) {
        spoilt.add(
            request(
                other -> isRequired(other) || other.equals(one),
                other -> other.equals(one) ? NONSENSE : example(other),
                body));
      }
      if (isRequired(one) && !isInPath(one)) {
        Predicate<JsonNode> others = other -> isRequired(other) && !other.equals(one);
        spoilt.add(request(others, ControlOperation::example, body));
      }
    }
    spoilt.add(
        request(
            ControlOperation::isRequired,
            ControlOperation::example,
            schema().isMissingNode() ? "{}" : BROKEN));
    spoilt.add(shortest().with("nonsense=1"));
    parameters.stream()
        .filter(one -> !isInPath(one))
        .map(one -> one.path("name").asString() + "=" + encoded(example(one)))
        .forEach(query -> spoilt.add(shortest().with(query).with(query)));
    return spoilt;
  }

  private Request request(Predicate<JsonNode> sent, Function<JsonNode, String> value, String body) {
    String target = path;
    String query = "";
    for (JsonNode parameter : parameters.stream().filter(sent).toList()) {
      String name = parameter.path("name").asString();
      String text = encoded(value.apply(parameter));
      if (isInPath(parameter)) {
        target = target.replace("{" + name + "}", text.replace("+", "%20"));
      } else {
        query += (query.isEmpty() ? "?" : "&") + name + "=" + text;
      }
    }
    return new Request(this, target + query, body);
  }

  private List<String> bodies() {
    boolean needed = described.path("requestBody").path("required").asBoolean(false);
    return Stream.concat(
            needed ? Stream.empty() : Stream.of(""), examples().stream().map(JsonNode::toString))
        .toList();
  }

  private JsonNode json() {
    return described.path("requestBody").path("content").path("application/json");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean isRequired(JsonNode parameter) {
    return parameter.path("required").asBoolean(false);
  }

  private static boolean isInPath(JsonNode parameter) {
    return parameter.path("in").asString().equals("path");
  }

  private static String example(JsonNode parameter) {
    return parameter.path("example").asString();
  }
}
