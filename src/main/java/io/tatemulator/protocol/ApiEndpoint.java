package io.tatemulator.protocol;

import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.http.ConnectionDropValve;
import io.tatemulator.protocol.http.RequestBody;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.RequestParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Serves the API's only path. Every response of the API, errors included, has status 200, since the
 * SDKs read the body of no other status; and the content type has no parameters, since the Python
 * SDK overlooks errors under any other spelling.
 */
@Controller
final class ApiEndpoint {
  /** Three times the largest script that a command may have. */
  private static final int LARGE_BODY_BYTES = 256 * 1024;

  private static final int MAX_LARGE_BODIES = 4;
  private static final int MAX_WAIT_SECONDS = 10;

  private final ApiPipeline pipeline;
  private final Semaphore largeBodies = new Semaphore(MAX_LARGE_BODIES, true);

  ApiEndpoint(ApiPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @RequestMapping("/")
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    RequestBody arriving = new RequestBody(request);
    byte[] body = arriving.read(LARGE_BODY_BYTES);
    if (body.length < LARGE_BODY_BYTES) {
      respond(request, body, response);
      return;
    }
    // Two hundred bodies of ten megabytes would take all memory, so few large bodies are read at
    // once; the wait is bounded, so that slow clients do not delay others for long.
    if (!acquireLargeBodyPermit()) {
      RequestBody.sendTimeout(response);
      return;
    }
    try {
      byte[] rest = arriving.read(RequestParser.MAX_BODY_BYTES + 1 - LARGE_BODY_BYTES);
      respond(request, concat(body, rest), response);
    } finally {
      largeBodies.release();
    }
  }

  @ExceptionHandler(RequestBody.SlowClientException.class)
  void onSlowClient(HttpServletResponse response) {
    RequestBody.sendTimeout(response);
  }

  private void respond(HttpServletRequest request, byte[] body, HttpServletResponse response)
      throws IOException {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    ApiResponse apiResponse =
        pipeline.process(new ApiRequest(request.getMethod(), query, request::getHeader, body));
    InjectedFault.ResponseLoss loss = apiResponse.loss();
    int length = apiResponse.body().length;
    if (loss != null) {
      ConnectionDropValve.drop(request);
    }
    if (loss != InjectedFault.ResponseLoss.EMPTY_RESPONSE) {
      response.setStatus(apiResponse.status());
      response.setHeader("Content-Type", "application/json");
      response.setContentLength(length);
      response
          .getOutputStream()
          .write(
              apiResponse.body(),
              0,
              loss == InjectedFault.ResponseLoss.TRUNCATED ? length / 2 : length);
    }
  }

  private boolean acquireLargeBodyPermit() {
    try {
      return largeBodies.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static byte[] concat(byte[] start, byte[] rest) {
    byte[] all = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, all, start.length, rest.length);
    return all;
  }

  // Spring answers OPTIONS itself unless a mapping names the method.
  @RequestMapping(path = "/", method = RequestMethod.OPTIONS)
  void serveOptions(HttpServletRequest request, HttpServletResponse response) throws IOException {
    serve(request, response);
  }
}
