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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** The connections of agents, at most one for each managed instance: the last. */
@Component
final class AgentSessions {
  private static final Logger LOG = LoggerFactory.getLogger(AgentSessions.class);
  private static final int MAX_UNANSWERED_PINGS = 2;

  /** An agent that has lost its connection without noticing reports for two minutes more. */
  private static final long CONTACT_NANOS = Duration.ofSeconds(150).toNanos();

  private final ManagedMachines machines;
  private final RegisteredMachines registered;
  private final AgentTasks tasks;
  private final ReadyTasks ready;
  private final AgentWorker worker;
  private final RequestGate gate;
  private final Map<Instance.Key, AgentSession> byMachine = new ConcurrentHashMap<>();
  private final Map<Instance.Key, Long> contactAt = new ConcurrentHashMap<>();

  /** The machines whose statuses are not stored yet. */
  private final Set<Instance.Key> changed = ConcurrentHashMap.newKeySet();

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

  /** Returns whether an agent is connected, or may be there although it is not. */
  boolean mayBeAny() {
    return !byMachine.isEmpty() || contactAt.keySet().stream().anyMatch(this::hasContact);
  }

  boolean isConnected(Instance.Key machine) {
    return byMachine.containsKey(machine);
  }

  /** Returns whether an agent has sent something in the last minutes. */
  boolean hasContact(Instance.Key machine) {
    Long nanos = contactAt.get(machine);
    return nanos != null && System.nanoTime() - nanos < CONTACT_NANOS;
  }

  /** Notes that an agent has sent something. */
  void onContact(Instance.Key machine) {
    contactAt.put(machine, System.nanoTime());
    machines.onHeartbeat(machine);
  }

  /** Adds the connection of an agent, which replaces its former one. */
  void add(ConnectedAgent agent, WebSocketSession socket) {
    AgentSession former = byMachine.put(agent.machine(), new AgentSession(agent, socket));
    if (former != null) {
      former.close(CloseStatus.POLICY_VIOLATION);
    }
    onContact(agent.machine());
    onChange(agent.machine());
  }

  /** Removes a connection that has ended, unless another one has replaced it. */
  void remove(ConnectedAgent agent, WebSocketSession socket) {
    byMachine.computeIfPresent(
        agent.machine(), (machine, session) -> session.isOf(socket) ? null : session);
    onChange(agent.machine());
  }

  void onPong(ConnectedAgent agent, WebSocketSession socket) {
    AgentSession session = byMachine.get(agent.machine());
    if (session != null && session.isOf(socket)) {
      session.onPong();
      onContact(agent.machine());
    }
  }

  private void onChange(Instance.Key machine) {
    changed.add(machine);
    worker.submit(this::storeChanges);
  }

  /** Stores which agents are connected, and has the dispatcher look at their tasks. */
  void storeChanges() {
    for (Instance.Key machine : List.copyOf(changed)) {
      makeTasksReady(machine);
      changed.remove(machine);
      try {
        gate.runShared(
            () -> {
              store(machine);
              return true;
            });
      } catch (RuntimeException e) {
        changed.add(machine);
        LOG.warn("cannot store the status of {}; it is tried again", machine.instanceId(), e);
      }
    }
  }

  private void makeTasksReady(Instance.Key machine) {
    AgentSession session = byMachine.get(machine);
    List<Long> ids = new ArrayList<>();
    for (AgentTask task : tasks.of(machine)) {
      // Another process of the agent does not know what the former one has started.
      if (task.isStartable()
          || (session != null && task.endUnlessOf(session.agent().processId()))) {
        ids.add(task.id());
      }
    }
    ready.add(ids);
  }

  private void store(Instance.Key machine) {
    AgentSession session = byMachine.get(machine);
    if (session == null) {
      machines.disconnect(machine);
    } else if (registered.contains(machine)) {
      machines.connect(machine, session.agent().version());
    } else {
      discard(machine);
    }
  }

  /** Has agents fetch those of some tasks that are to be started or killed. */
  void kickIfNeeded(Collection<AgentTask> candidates) {
    // Once for each agent, which fetches all of its tasks.
    Map<Instance.Key, Long> kicks = new LinkedHashMap<>();
    for (AgentTask task : candidates) {
      if (task.isStartable() || task.isToBeKilled()) {
        kicks.putIfAbsent(task.machine(), task.id());
      }
    }
    kicks.keySet().retainAll(byMachine.keySet());
    if (!kicks.isEmpty()) {
      worker.submit(() -> kicks.forEach(this::kick));
    }
  }

  private void kick(Instance.Key machine, long taskId) {
    AgentSession session = byMachine.get(machine);
    if (session != null) {
      session.kick(taskId);
    }
  }

  /** Sends a ping to all agents, and ends the connections of those that answer none. */
  void ping() {
    for (AgentSession session : List.copyOf(byMachine.values())) {
      Instance.Key machine = session.agent().machine();
      // Its end is reported only when its close has timed out too.
      if (session.ping() > MAX_UNANSWERED_PINGS && byMachine.remove(machine, session)) {
        session.close(CloseStatus.SESSION_NOT_RELIABLE);
        onChange(machine);
      }
    }
  }

  /** Ends the connection of a machine that has been deleted, and its tasks. */
  @EventListener
  void onDeleted(MachineDeleted event) {
    Instance.Key machine = new Instance.Key(event.tenantId(), event.instanceId());
    AfterCommit.run(() -> worker.submit(() -> discard(machine)));
  }

  private void discard(Instance.Key machine) {
    AgentSession session = byMachine.remove(machine);
    if (session != null) {
      session.close(CloseStatus.POLICY_VIOLATION);
    }
    contactAt.remove(machine);
    machines.forget(machine);
    ready.add(tasks.of(machine).stream().filter(AgentTask::endLost).map(AgentTask::id).toList());
  }

  /**
   * Adapts connections and stored machines to each other, after the emulator has got another state:
   * ends the connections of machines that are unknown now, and stores which ones are connected.
   */
  void review() {
    gate.runShared(
        () -> {
          registered.online().stream()
              .map(ManagedMachine::key)
              .filter(machine -> !isConnected(machine))
              .forEach(machines::disconnect);
          return true;
        });
    changed.addAll(byMachine.keySet());
    storeChanges();
  }

  /** Ends all connections, since the emulator ends. */
  void closeAll() {
    for (AgentSession session : List.copyOf(byMachine.values())) {
      session.close(CloseStatus.GOING_AWAY);
      byMachine.remove(session.agent().machine());
      try {
        machines.disconnect(session.agent().machine());
      } catch (RuntimeException e) {
        // The next start stores it.
        LOG.debug("cannot store the status of {}", session.agent().machine().instanceId(), e);
      }
    }
  }
}
