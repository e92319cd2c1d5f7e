package io.tatemulator.execution.agent;

import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.registration.MachineDeleted;
import io.tatemulator.registration.ManagedMachine;
import io.tatemulator.registration.ManagedMachines;
import io.tatemulator.registration.RegisteredMachines;
import io.tatemulator.tenant.RequestGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** The connections of agents, at most one for each managed instance: the last. */
@Component
final class AgentSessions {
  private static final int MAX_UNANSWERED_PINGS = 2;

  /** An agent that has lost its connection without noticing reports for two minutes more. */
  private static final long HEARD_NANOS = Duration.ofSeconds(150).toNanos();

  private final ManagedMachines machines;
  private final RegisteredMachines registered;
  private final AgentTasks tasks;
  private final ReadyTasks ready;
  private final AgentWorker worker;
  private final RequestGate gate;
  private final Map<Instance.Key, AgentSession> byMachine = new ConcurrentHashMap<>();
  private final Map<Instance.Key, Long> heardAt = new ConcurrentHashMap<>();

  AgentSessions(
      ManagedMachines machines,
      RegisteredMachines registered,
      AgentTasks tasks,
      ReadyTasks ready,
      AgentWorker worker,
      RequestGate gate) {
    this.machines = machines;
    this.registered = registered;
    this.tasks = tasks;
    this.ready = ready;
    this.worker = worker;
    this.gate = gate;
  }

  boolean isEmpty() {
    return byMachine.isEmpty();
  }

  boolean isConnected(Instance.Key machine) {
    return byMachine.containsKey(machine);
  }

  /** Returns whether an agent may still be there although it is not connected. */
  boolean isHeardOf(Instance.Key machine) {
    Long nanos = heardAt.get(machine);
    return nanos != null && System.nanoTime() - nanos < HEARD_NANOS;
  }

  /** Notes that an agent has sent something. */
  void onContact(Instance.Key machine) {
    heardAt.put(machine, System.nanoTime());
    machines.onHeartbeat(machine);
  }

  /** Adds the connection of an agent, which replaces its former one. */
  void add(ConnectedAgent agent, WebSocketSession socket) {
    AgentSession former = byMachine.put(agent.machine(), new AgentSession(agent, socket));
    if (former != null) {
      former.close(CloseStatus.POLICY_VIOLATION);
    }
    onContact(agent.machine());
    worker.later(() -> onChange(agent.machine()));
  }

  /** Removes a connection that has ended, unless another one has replaced it. */
  void remove(ConnectedAgent agent, WebSocketSession socket) {
    byMachine.computeIfPresent(
        agent.machine(), (machine, session) -> session.isOf(socket) ? null : session);
    worker.later(() -> onChange(agent.machine()));
  }

  void onPong(ConnectedAgent agent) {
    AgentSession session = byMachine.get(agent.machine());
    if (session != null) {
      session.onPong();
    }
    onContact(agent.machine());
  }

  /** Stores whether an agent is connected, and lets the dispatcher look at its tasks. */
  private void onChange(Instance.Key machine) {
    AgentSession session = byMachine.get(machine);
    List<Long> changed = new ArrayList<>();
    for (AgentTask task : tasks.of(machine)) {
      // Another process of the agent does not know what the former one has started.
      if (task.isStartable()
          || (session != null && task.loseUnlessOf(session.agent().processId()))) {
        changed.add(task.id());
      }
    }
    gate.runShared(
        () -> {
          if (session == null) {
            machines.disconnect(machine);
          } else {
            machines.connect(machine, session.agent().version());
          }
          return true;
        });
    ready.add(changed);
  }

  /** Has the agent of a task fetch it, if that is to be started or killed. */
  void kickIfNeeded(AgentTask task) {
    if (isConnected(task.machine()) && (task.isStartable() || task.isToBeKilled())) {
      worker.later(
          () -> {
            AgentSession session = byMachine.get(task.machine());
            if (session != null) {
              session.kick(task.id());
            }
          });
    }
  }

  /** Sends a ping to all agents, and ends the connections of those that answer none. */
  void ping() {
    for (AgentSession session : byMachine.values()) {
      if (session.ping() > MAX_UNANSWERED_PINGS) {
        session.close(CloseStatus.SESSION_NOT_RELIABLE);
        // Its end is reported only when the close has timed out too.
        if (byMachine.remove(session.agent().machine(), session)) {
          onChange(session.agent().machine());
        }
      }
    }
  }

  /** Ends the connection of a machine that has been deleted, and its tasks. */
  @EventListener
  void onDeleted(MachineDeleted event) {
    Instance.Key machine = new Instance.Key(event.tenantId(), event.instanceId());
    AfterCommit.run(() -> worker.later(() -> discard(machine)));
  }

  private void discard(Instance.Key machine) {
    AgentSession session = byMachine.remove(machine);
    if (session != null) {
      session.close(CloseStatus.POLICY_VIOLATION);
    }
    heardAt.remove(machine);
    ready.add(
        tasks.of(machine).stream().filter(AgentTask::loseMachine).map(AgentTask::id).toList());
  }

  /**
   * Adapts connections and stored machines to each other, after the emulator has got another state:
   * ends the connections of machines that are unknown now, and stores which ones are connected.
   */
  void review() {
    for (ManagedMachine machine : registered.online()) {
      Instance.Key key = new Instance.Key(machine.tenantId(), machine.instanceId());
      if (!isConnected(key)) {
        machines.disconnect(key);
      }
    }
    for (Instance.Key machine : List.copyOf(byMachine.keySet())) {
      boolean exists =
          registered
              .find(machine.instanceId())
              .filter(found -> found.tenantId() == machine.tenantId())
              .isPresent();
      if (exists) {
        onChange(machine);
      } else {
        discard(machine);
      }
    }
  }

  /** Ends all connections, since the emulator ends. */
  void closeAll() {
    byMachine.forEach(
        (machine, session) -> {
          session.close(CloseStatus.GOING_AWAY);
          machines.disconnect(machine);
        });
    byMachine.clear();
  }
}
