package io.tatemulator.protocol;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The API's only path. Every answer, refusals too, has status 200, since the SDKs look into the
 * body of no other; and the content type is bare, since the Python SDK overlooks errors under any
 * other spelling.
 */
@Controller
final class ApiEndpoint {
  private final ApiPipeline pipeline;

  ApiEndpoint(ApiPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @RequestMapping("/")
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] body = request.getInputStream().readNBytes(Wire.MAX_BODY_BYTES + 1);
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    byte[] answer =
        pipeline.answer(new ApiRequest(request.getMethod(), query, request::getHeader, body));
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader("Content-Type", "application/json");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  // Spring answers OPTIONS itself wherever no method is mapped to it by name.
  @RequestMapping(path = "/", method = RequestMethod.OPTIONS)
  void serveOptions(HttpServletRequest request, HttpServletResponse response) throws IOException {
    serve(request, response);
  }
}
