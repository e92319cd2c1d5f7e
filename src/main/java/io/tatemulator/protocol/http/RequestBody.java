package io.tatemulator.protocol.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads the bodies of requests from clients that may be slow. */
public final class RequestBody {
  /** A slower client holds a thread, and perhaps a permit, that other requests need. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final int CHUNK_BYTES = 8 * 1024;

  /** Thrown when a body arrives too slowly. */
  public static final class SlowClientException extends RuntimeException {}

  private final HttpServletRequest request;
  private final long deadline = System.nanoTime() + TIMEOUT.toNanos();

  /** Begins to wait for the body of a request. */
  public RequestBody(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Reads the next part; each read of it waits no longer than the server's time-out.
   *
   * @param limit the maximum number of bytes
   * @throws SlowClientException when the body takes more than thirty seconds
   */
  public byte[] read(int limit) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    InputStream in = request.getInputStream();
    for (int read = 0; read >= 0 && body.size() < limit; ) {
      read = in.read(chunk, 0, Math.min(chunk.length, limit - body.size()));
      body.write(chunk, 0, Math.max(read, 0));
      if (System.nanoTime() - deadline > 0) {
        throw new SlowClientException();
      }
    }
    return body.toByteArray();
  }

  /** Sends the status after which the server closes the connection without reading the rest. */
  public static void sendTimeout(HttpServletResponse response) {
    response.setHeader("Connection", "close");
    response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
  }
}
