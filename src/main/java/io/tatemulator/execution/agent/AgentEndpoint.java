package io.tatemulator.execution.agent;

import io.tatemulator.protocol.RequestIds;
import io.tatemulator.protocol.codec.ResponseWriter;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorTranslator;
import io.tatemulator.protocol.error.Language;
import io.tatemulator.protocol.http.CrossOriginRequests;
import io.tatemulator.protocol.http.RequestBody;
import io.tatemulator.registration.AgentError;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Serves agents: their HTTP API and their WebSocket, whose URLs are in the configuration of an
 * agent. An agent sends no content type and ignores the status of a response.
 */
@Controller
final class AgentEndpoint {
  private static final int MAX_BODY_BYTES = 256 * 1024;

  private final AgentActions actions;
  private final ResponseWriter writer;
  private final ErrorTranslator errors;
  private final RequestIds ids;
  private final @Nullable WebSocketHttpRequestHandler socket;

  AgentEndpoint(
      AgentSettings settings,
      AgentActions actions,
      AgentSocket socket,
      ResponseWriter writer,
      ErrorTranslator errors,
      RequestIds ids) {
    this.actions = actions;
    this.writer = writer;
    this.errors = errors;
    this.ids = ids;
    this.socket = settings.enabled() ? handler(socket) : null;
  }

  private static WebSocketHttpRequestHandler handler(AgentSocket socket) {
    WebSocketHttpRequestHandler handler =
        new WebSocketHttpRequestHandler(
            socket, new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy()));
    handler.setHandshakeInterceptors(List.of(socket));
    return handler;
  }

  @RequestMapping("/agent")
  void invoke(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    requireServed(request);
    if (!request.getMethod().equals("POST")) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of("POST"));
    }
    byte[] result = respond(request, new RequestBody(request).read(MAX_BODY_BYTES + 1));
    response.setHeader("Content-Type", "application/json");
    response.setContentLength(result.length);
    response.getOutputStream().write(result);
  }

  @ExceptionHandler(RequestBody.SlowClientException.class)
  void onSlowClient(HttpServletResponse response) {
    RequestBody.sendTimeout(response);
  }

  private byte[] respond(HttpServletRequest request, byte[] body) {
    String requestId = ids.next();
    try {
      if (body.length > MAX_BODY_BYTES) {
        throw new ApiException(AgentError.REQUEST_TOO_LARGE, "body", MAX_BODY_BYTES);
      }
      return writer.success(
          actions.handle(request::getHeader, body, request.getRemoteAddr()), requestId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure(e, requestId);
    } catch (RuntimeException e) {
      return failure(e, requestId);
    }
  }

  private byte[] failure(Exception failure, String requestId) {
    return writer.failure(
        errors.translate(failure, Set.of(), Language.ENGLISH, requestId), requestId);
  }

  @GetMapping("/agent/ws")
  void connect(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    requireServed(request).handleRequest(request, response);
  }

  /** A browser cannot sign, so what it sends cannot be of an agent. */
  private WebSocketHttpRequestHandler requireServed(HttpServletRequest request)
      throws NoHandlerFoundException {
    if (socket == null || CrossOriginRequests.isCrossOrigin(request::getHeader)) {
      throw new NoHandlerFoundException(
          request.getMethod(), request.getRequestURI(), new HttpHeaders());
    }
    return socket;
  }
}
