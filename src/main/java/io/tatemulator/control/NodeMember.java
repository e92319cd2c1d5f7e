package io.tatemulator.control;

import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.persistence.Nodes;
import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.time.DueAt;
import io.tatemulator.time.DueOnOtherNode;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes this emulator a node among those that share its database, if there may be others. */
@Component
final class NodeMember implements Nodes.Member, SmartLifecycle {
  private final Nodes nodes;
  private final ExclusiveExecution exclusive;
  private final ObjectProvider<StatefulComponent> parts;
  private final TimeTravel travel;
  private final ApplicationEventPublisher events;
  private volatile boolean running;

  NodeMember(
      Nodes nodes,
      ExclusiveExecution exclusive,
      ObjectProvider<StatefulComponent> parts,
      TimeTravel travel,
      ApplicationEventPublisher events) {
    this.nodes = nodes;
    this.exclusive = exclusive;
    this.parts = parts;
    this.travel = travel;
    this.events = events;
  }

  @Override
  public void pauseDuring(Runnable job, boolean replaced) {
    exclusive.runOnThisNode(
        () -> {
          job.run();
          parts
              .orderedStream()
              .forEach(replaced ? StatefulComponent::reload : StatefulComponent::refresh);
          return true;
        });
  }

  @Override
  public void onDueAt(Instant instant) {
    events.publishEvent(new DueOnOtherNode(instant));
  }

  @Override
  public void onMovesCancelled() {
    travel.cancelMovesOfThisNode();
  }

  @EventListener
  void onDueAt(DueAt event) {
    if (nodes.areSeveral()) {
      AfterCommit.runOrNow(() -> nodes.announceDueAt(event.instant()));
    }
  }

  @EventListener(ContextClosedEvent.class)
  void leave() {
    nodes.leave();
  }

  @Override
  public void start() {
    nodes.join(this);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Returns a phase before that of the initial state, which is created while others pause. */
  @Override
  public int getPhase() {
    return -1;
  }
}
