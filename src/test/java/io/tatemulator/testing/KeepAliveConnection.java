package io.tatemulator.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept for many requests, and sends them byte by byte as they are. An HTTP
 * client would refuse to send most of what is wrong with a random request.
 */
public final class KeepAliveConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofMinutes(1).toMillis();
  private static final int FIRST_FINAL_STATUS = 200;
  private static final int EXPECTATION_FAILED = 417;
  private static final int HEX = 16;

  /**
   * A response.
   *
   * @param status the HTTP status
   * @param headers the headers, by names of any case
   * @param body all of the body
   */
  public record Response(int status, Map<String, String> headers, String body) {
    /** Returns the type of the body; empty without one. */
    public String contentType() {
      return headers.getOrDefault("Content-Type", "");
    }
  }

  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  /** Connects at the first request. */
  public KeepAliveConnection(int port) {
    this.port = port;
  }

  /**
   * Sends a request and waits for its response.
   *
   * @param request all bytes of the request
   * @param isHead whether the response has no body, whatever its headers say
   */
  public Response exchange(byte[] request, boolean isHead) throws IOException {
    Socket open = socket == null ? connect() : socket;
    try {
      open.getOutputStream().write(request);
      Response response = read(isHead);
      // After an expectation that it does not know, Tomcat closes the connection and does not say
      // so.
      if ("close".equals(response.headers().get("Connection"))
          || response.status() == EXPECTATION_FAILED) {
        close();
      }
      return response;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  private Socket connect() throws IOException {
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(opened.getInputStream());
    socket = opened;
    return opened;
  }

  private Response read(boolean isHead) throws IOException {
    int status = status();
    Map<String, String> headers = headers();
    while (status < FIRST_FINAL_STATUS) {
      status = status();
      headers = headers();
    }
    byte[] body = {};
    if (headers.containsKey("Transfer-Encoding") && !isHead) {
      body = chunks();
    } else if (headers.containsKey("Content-Length") && !isHead) {
      body = in.readNBytes(Integer.parseInt(headers.get("Content-Length")));
    }
    return new Response(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private int status() throws IOException {
    String line = line();
    if (!line.matches("HTTP/1[.]1 \\d{3}.*")) {
      throw new IOException("not a response: " + line);
    }
    return Integer.parseInt(line.split(" ", 3)[1]);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0], parts[1].strip());
    }
    return headers;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = -1; size != 0; ) {
      size = Integer.parseInt(line(), HEX);
      body.write(in.readNBytes(size));
      line();
    }
    return body.toByteArray();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException("the server has closed the connection");
      }
      line.write(one);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
