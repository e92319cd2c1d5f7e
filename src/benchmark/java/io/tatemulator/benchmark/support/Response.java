package io.tatemulator.benchmark.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An HTTP response.
 *
 * @param status the HTTP status
 * @param closes whether the server closes the connection after it
 * @param body all of the body
 */
public record Response(int status, boolean closes, String body) {
  /** Reads one response from a connection. */
  static Response read(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 ")) {
      throw new IllegalStateException("not a response: " + status);
    }
    int length = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
      closes |= lower.equals("connection: close");
    }
    byte[] body = chunked ? chunks(in) : in.readNBytes(length);
    String text = new String(body, StandardCharsets.UTF_8);
    return new Response(Integer.parseInt(status.substring(9, 12)), closes, text);
  }

  /** Whether the request succeeded; the API's errors have status 200 too. */
  public boolean isSuccess() {
    return status == 200 && !body.contains("\"Error\":{");
  }

  /** Whether it is an error of the API. */
  public boolean isError() {
    return status == 200 && !isSuccess();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = -1; size != 0; ) {
      size = Integer.parseInt(line(in), 16);
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
