package io.tatemulator.execution.agent;

import io.tatemulator.persistence.OpenDatabase;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts and ends the service of agents with the emulator. */
@Component
final class AgentGateway implements SmartLifecycle {
  private static final Duration REVIEW_PAUSE = Duration.ofSeconds(3);
  private static final Duration PING_PAUSE = Duration.ofSeconds(20);

  private final AgentSettings settings;
  private final OpenDatabase database;
  private final AgentSessions sessions;
  private final StoredTasks tasks;
  private final AgentWorker worker;
  private volatile boolean running;

  AgentGateway(
      AgentSettings settings,
      OpenDatabase database,
      AgentSessions sessions,
      StoredTasks tasks,
      AgentWorker worker) {
    this.settings = settings;
    this.database = database;
    this.sessions = sessions;
    this.tasks = tasks;
    this.worker = worker;
  }

  @Override
  public void start() {
    running = true;
    // Nothing else, since every start pays for its queries.
    if (settings.enabled()) {
      if (!database.isNew()) {
        sessions.review();
        tasks.makeReady();
      }
      worker.repeat(REVIEW_PAUSE, sessions::storeChanges);
      worker.repeat(REVIEW_PAUSE, tasks::review);
      worker.repeat(PING_PAUSE, sessions::ping);
    }
  }

  /** Before the server stops, which would end the connections without a Close frame. */
  @EventListener(ContextClosedEvent.class)
  void onClosed() {
    if (running) {
      worker.stop();
      sessions.closeAll();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Returns a phase before that of the server, and after that of the initial state. */
  @Override
  public int getPhase() {
    return 1;
  }
}
