package io.tatemulator.execution.agent;

import io.tatemulator.instance.Instance;
import io.tatemulator.persistence.OpenDatabase;
import io.tatemulator.registration.ManagedMachines;
import io.tatemulator.registration.RegisteredMachines;
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
  private final ManagedMachines machines;
  private final RegisteredMachines registered;
  private final AgentSessions sessions;
  private final StoredTasks tasks;
  private final AgentWorker worker;
  private volatile boolean running;

  AgentGateway(
      AgentSettings settings,
      OpenDatabase database,
      ManagedMachines machines,
      RegisteredMachines registered,
      AgentSessions sessions,
      StoredTasks tasks,
      AgentWorker worker) {
    this.settings = settings;
    this.database = database;
    this.machines = machines;
    this.registered = registered;
    this.sessions = sessions;
    this.tasks = tasks;
    this.worker = worker;
  }

  @Override
  public void start() {
    running = true;
    if (!database.isNew()) {
      // Those that a crash has left so.
      registered
          .online()
          .forEach(
              machine ->
                  machines.disconnect(new Instance.Key(machine.tenantId(), machine.instanceId())));
      tasks.makeReady();
    }
    if (settings.enabled()) {
      worker.every(REVIEW_PAUSE, tasks::review);
      worker.every(PING_PAUSE, sessions::ping);
    }
  }

  /** Before the server stops, which would end the connections without a word. */
  @EventListener(ContextClosedEvent.class)
  void onClosed() {
    if (running) {
      sessions.closeAll();
    }
  }

  @Override
  public void stop() {
    running = false;
    worker.stop();
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
