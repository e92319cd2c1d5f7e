package io.tatemulator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection that sends what no HTTP client would send.
 *
 * @param port where the server listens
 */
public record RawHttp(int port) {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofMinutes(1).toMillis();

  /** How a request is sent. */
  public enum Manner {
    AT_ONCE,
    BYTE_BY_BYTE,
    THEN_HALF_CLOSED
  }

  /** A JSON post with more header lines, each with its line end. */
  public static String post(String headers, String body) {
    return "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "X-TC-Action: DescribeRegions\r\nX-TC-Version: 2020-10-28\r\nConnection: close\r\n"
        + headers
        + "\r\n"
        + body;
  }

  /** Sends characters, one byte for each, and reads until the server closes the connection. */
  public String exchange(String request) {
    return exchange(request, Manner.AT_ONCE);
  }

  /** The same in some manner. */
  public String exchange(String request, Manner manner) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
      if (manner == Manner.BYTE_BY_BYTE) {
        for (byte one : bytes) {
          socket.getOutputStream().write(one);
        }
      } else {
        socket.getOutputStream().write(bytes);
      }
      if (manner == Manner.THEN_HALF_CLOSED) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
