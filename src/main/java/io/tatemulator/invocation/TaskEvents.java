package io.tatemulator.invocation;

import io.tatemulator.persistence.AfterCommit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notifies observers of the statuses that tasks reach. */
@Component
final class TaskEvents {
  private final List<TaskObserver> observers;

  TaskEvents(List<TaskObserver> observers) {
    this.observers = observers;
  }

  /** Publishes the number of tasks that reached each status after the transaction commits. */
  void publishAfterCommit(Map<TaskStatus, Integer> reached) {
    if (!reached.isEmpty()) {
      AfterCommit.run(() -> reached.forEach(this::publish));
    }
  }

  private void publish(TaskStatus status, int tasks) {
    observers.forEach(observer -> observer.reached(status, tasks));
  }
}
