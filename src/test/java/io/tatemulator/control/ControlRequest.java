package io.tatemulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request of the control API as it goes over the wire, right or wrong.
 *
 * @param of the operation that it begins with
 * @param method the method
 * @param target the path and the query
 * @param headers the headers, without those of the body's length
 * @param body the body, one character for each byte
 */
record ControlRequest(
    ControlOperation of, String method, String target, Map<String, String> headers, String body) {
  /** The header of a body in chunks. */
  static final String CHUNKED = "Transfer-Encoding";

  private static final int MAX_SHOWN = 1_000;

  /** Returns whether its response has no body, whatever the headers of that say. */
  boolean isHead() {
    return method.equals("HEAD");
  }

  /** Returns all bytes of it. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(method).append(' ').append(target);
    text.append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    if (headers.containsKey(CHUNKED)) {
      text.append("\r\n");
      if (!body.isEmpty()) {
        text.append(Integer.toHexString(body.length())).append("\r\n").append(body).append("\r\n");
      }
      text.append("0\r\n\r\n");
    } else {
      text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether it is for the route and the method of its operation, whatever else is wrong. */
  boolean isForItsOperation() {
    return method.equals(of.method()) && target.split("[?]", 2)[0].matches(pattern());
  }

  /** Returns the name of the snapshot that its path has. */
  String snapshot() {
    return target.split("[/?]", -1)[3];
  }

  private String pattern() {
    return of.path().replaceAll("\\{\\w+}", "[A-Za-z0-9._-]+");
  }

  @Override
  public String toString() {
    String text = String.join(" ", method, target, headers.toString(), body);
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
