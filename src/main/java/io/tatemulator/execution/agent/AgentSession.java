package io.tatemulator.execution.agent;

import io.tatemulator.tat.ResourceId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import tools.jackson.databind.json.JsonMapper;

/** The WebSocket of an agent. */
final class AgentSession {
  private static final Logger LOG = LoggerFactory.getLogger(AgentSession.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SEND_MILLIS = 5_000;
  private static final int MAX_BUFFER = 64 * 1024;

  private final ConnectedAgent agent;
  private final WebSocketSession socket;
  private final WebSocketSession sender;
  private long kicks;
  private int unansweredPings;

  AgentSession(ConnectedAgent agent, WebSocketSession socket) {
    this.agent = agent;
    this.socket = socket;
    this.sender = new ConcurrentWebSocketSessionDecorator(socket, SEND_MILLIS, MAX_BUFFER);
  }

  ConnectedAgent agent() {
    return agent;
  }

  boolean isOf(WebSocketSession other) {
    return socket.getId().equals(other.getId());
  }

  /** Has the agent fetch its tasks; it reads nothing else of the message. */
  void kick(long taskId) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("Type", "kick");
    message.put("Seq", nextKick());
    message.put("Data", Map.of("InvocationTaskID", ResourceId.TASK.format(taskId)));
    send(new TextMessage(JSON.writeValueAsString(message)));
  }

  private synchronized long nextKick() {
    return ++kicks;
  }

  /** Sends a ping, and returns how many before it have not been answered. */
  int ping() {
    int unanswered;
    synchronized (this) {
      unanswered = unansweredPings++;
    }
    send(new PingMessage());
    return unanswered;
  }

  synchronized void onPong() {
    unansweredPings = 0;
  }

  private void send(WebSocketMessage<?> message) {
    try {
      sender.sendMessage(message);
    } catch (IOException | IllegalStateException | SessionLimitExceededException e) {
      LOG.debug("cannot send to {}", agent.machine().instanceId(), e);
      close(CloseStatus.SESSION_NOT_RELIABLE);
    }
  }

  /** Closes it with a frame that says so, since an agent notices the end of TCP only later. */
  void close(CloseStatus reason) {
    try {
      socket.close(reason);
    } catch (IOException | IllegalStateException e) {
      LOG.debug("cannot close the connection of {}", agent.machine().instanceId(), e);
    }
  }
}
