package io.tatemulator.protocol;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Controller;
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
  private static final int TOO_MANY_REQUESTS = 429;

  private final ApiPipeline pipeline;
  private final Semaphore largeBodies = new Semaphore(LARGE_BODIES_AT_ONCE, true);

  ApiEndpoint(ApiPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @RequestMapping("/")
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGE_BODY_BYTES);
    if (body.length < LARGE_BODY_BYTES) {
      answer(request, body, response);
      return;
    }
    // Two hundred bodies of ten megabytes would take all memory, so they take turns; but nobody
    // waits for long behind clients that send slowly.
    if (!isMyTurn()) {
      response.setHeader("Connection", "close");
      response.setStatus(TOO_MANY_REQUESTS);
      return;
    }
    try {
      byte[] rest = request.getInputStream().readNBytes(Wire.MAX_BODY_BYTES + 1 - LARGE_BODY_BYTES);
      answer(request, joined(body, rest), response);
    } finally {
      largeBodies.release();
    }
  }

  private void answer(HttpServletRequest request, byte[] body, HttpServletResponse response)
      throws IOException {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    byte[] answer =
        pipeline.answer(new ApiRequest(request.getMethod(), query, request::getHeader, body));
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader("Content-Type", "application/json");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
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
