package io.tatemulator.invocation;

import io.tatemulator.storage.AfterCommit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells every observer what tasks have reached. */
@Component
final class TaskNews {
  private final List<TaskObserver> observers;

  TaskNews(List<TaskObserver> observers) {
    this.observers = observers;
  }

  /** Tells how many tasks have reached each status, once the running transaction is committed. */
  void tellOf(Map<TaskStatus, Integer> reached) {
    if (!reached.isEmpty()) {
      AfterCommit.run(() -> reached.forEach(this::tell));
    }
  }

  private void tell(TaskStatus status, int tasks) {
    observers.forEach(observer -> observer.reached(status, tasks));
  }
}
