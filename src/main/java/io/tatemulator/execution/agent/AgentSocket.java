package io.tatemulator.execution.agent;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tenant.RequestGate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * The WebSocket of agents, on which they are kicked: a message that has them fetch their tasks.
 * They send nothing but pings, which the server answers, and pongs; other messages are ignored.
 */
@Component
final class AgentSocket extends AbstractWebSocketHandler implements HandshakeInterceptor {
  private static final String AGENT = "agent";

  private final AgentAuthentication authentication;
  private final AgentSessions sessions;
  private final RequestGate gate;

  AgentSocket(AgentAuthentication authentication, AgentSessions sessions, RequestGate gate) {
    this.authentication = authentication;
    this.sessions = sessions;
    this.gate = gate;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    try {
      attributes.put(
          AGENT, gate.runShared(() -> authentication.authenticate(request.getHeaders()::getFirst)));
      return true;
    } catch (ApiException e) {
      // The agent ignores the body.
      response.setStatusCode(HttpStatus.FORBIDDEN);
      return false;
    }
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {}

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    sessions.add(agent(session), session);
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    sessions.onPong(agent(session), session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    sessions.remove(agent(session), session);
  }

  private static ConnectedAgent agent(WebSocketSession session) {
    return (ConnectedAgent) Objects.requireNonNull(session.getAttributes().get(AGENT));
  }
}
