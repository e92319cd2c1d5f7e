package io.tatemulator.execution.agent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored with a task until it ends, besides its output.
 *
 * @param deliverBy when its delivery fails, on the emulator's clock
 * @param processId the process of the agent that runs it; 0 while none does
 * @param next the index of the first missing chunk of its output
 * @param early later chunks, by index
 * @param dropped how many bytes of its output the agent has left out
 * @param toCos whether its output was to be in COS
 */
record AgentTaskState(
    Instant deliverBy,
    long processId,
    int next,
    Map<Integer, byte[]> early,
    long dropped,
    boolean toCos) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Returns the state of a task that no agent has started. */
  static AgentTaskState until(Instant deliverBy) {
    return new AgentTaskState(deliverBy, 0, 0, Map.of(), 0, false);
  }

  /** Reads a stored state; the fallback if it is none. */
  static AgentTaskState read(@Nullable String text, AgentTaskState fallback) {
    try {
      AgentTaskState state = text == null ? fallback : JSON.readValue(text, AgentTaskState.class);
      return state == null || state.deliverBy == null || state.early == null ? fallback : state;
    } catch (JacksonException e) {
      // A snapshot can have any text.
      return fallback;
    }
  }

  String write() {
    return JSON.writeValueAsString(this);
  }
}
