package io.tatemulator.protocol;

import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.http.LostAnswers;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The API's only path. Every answer of the API, refusals too, has status 200, since the SDKs look
 * into the body of no other; and the content type is bare, since the Python SDK overlooks errors
 * under any other spelling.
 */
@Controller
final class ApiEndpoint {
  /** Three times the largest script that a command may have. */
  private static final int LARGE_BODY_BYTES = 256 * 1024;

  private static final int LARGE_BODIES_AT_ONCE = 4;
  private static final int LONGEST_WAIT_SECONDS = 10;
  private static final int CHUNK_BYTES = 8 * 1024;

  /** A client that needs longer for a body holds a thread, and perhaps a turn, that others want. */
  private static final Duration LONGEST_BODY = Duration.ofSeconds(30);

  /** A body comes too slowly. */
  private static final class SlowClientException extends RuntimeException {}

  private final ApiPipeline pipeline;
  private final Semaphore largeBodies = new Semaphore(LARGE_BODIES_AT_ONCE, true);

  ApiEndpoint(ApiPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @RequestMapping("/")
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    long deadline = System.nanoTime() + LONGEST_BODY.toNanos();
    byte[] body = read(request, LARGE_BODY_BYTES, deadline);
    if (body.length < LARGE_BODY_BYTES) {
      answer(request, body, response);
      return;
    }
    // Two hundred bodies of ten megabytes would take all memory, so they take turns; but nobody
    // waits for long behind clients that send slowly.
    if (!isMyTurn()) {
      giveUp(response);
      return;
    }
    try {
      byte[] rest = read(request, Wire.MAX_BODY_BYTES + 1 - LARGE_BODY_BYTES, deadline);
      answer(request, joined(body, rest), response);
    } finally {
      largeBodies.release();
    }
  }

  /** Tomcat closes the connection after this status without a look at what is still to come. */
  private static void giveUp(HttpServletResponse response) {
    response.setHeader("Connection", "close");
    response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
  }

  @ExceptionHandler(SlowClientException.class)
  void onSlowClient(HttpServletResponse response) {
    giveUp(response);
  }

  /** At most so many bytes; each read waits no longer than the server's time-out. */
  private static byte[] read(HttpServletRequest request, int most, long deadline)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    InputStream in = request.getInputStream();
    for (int read = 0; read >= 0 && body.size() < most; ) {
      read = in.read(chunk, 0, Math.min(chunk.length, most - body.size()));
      body.write(chunk, 0, Math.max(read, 0));
      if (System.nanoTime() - deadline > 0) {
        throw new SlowClientException();
      }
    }
    return body.toByteArray();
  }

  private void answer(HttpServletRequest request, byte[] body, HttpServletResponse response)
      throws IOException {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    ApiAnswer answer =
        pipeline.answer(new ApiRequest(request.getMethod(), query, request::getHeader, body));
    InjectedFault.Loss loss = answer.loss();
    int length = answer.body().length;
    if (loss != null) {
      LostAnswers.lose(request);
    }
    if (loss != InjectedFault.Loss.DROPPED) {
      response.setStatus(answer.status());
      response.setHeader("Content-Type", "application/json");
      response.setContentLength(length);
      response
          .getOutputStream()
          .write(answer.body(), 0, loss == InjectedFault.Loss.HALF ? length / 2 : length);
    }
  }

  private boolean isMyTurn() {
    try {
      return largeBodies.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static byte[] joined(byte[] start, byte[] rest) {
    byte[] all = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, all, start.length, rest.length);
    return all;
  }

  // Spring answers OPTIONS itself wherever no method is mapped to it by name.
  @RequestMapping(path = "/", method = RequestMethod.OPTIONS)
  void serveOptions(HttpServletRequest request, HttpServletResponse response) throws IOException {
    serve(request, response);
  }
}
