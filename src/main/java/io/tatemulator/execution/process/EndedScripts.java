package io.tatemulator.execution.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Passes on which tasks have scripts that have ended. While many scripts run, it collects some of
 * them, so that their ends are stored in one transaction; one transaction each would cost as much
 * processor time as the scripts themselves. While only a few run, whose successors may wait for
 * them, each is passed on at once.
 */
final class EndedScripts {
  /** How long a script may wait for others to end. */
  static final Duration MAX_WAIT = Duration.ofMillis(50);

  /** One of so many scripts that run waits for no other one. */
  static final int RUNNING_FOR_EACH = 16;

  private final Consumer<List<Long>> receiver;
  private final BiConsumer<Duration, Runnable> timer;
  private final IntSupplier running;
  private List<Long> taskIds = new ArrayList<>();
  private boolean timed;

  /**
   * Creates an instance without tasks.
   *
   * @param receiver receives the tasks
   * @param timer runs something later
   * @param running returns how many scripts run, are to be started, or have ends that are not
   *     stored yet
   */
  EndedScripts(
      Consumer<List<Long>> receiver, BiConsumer<Duration, Runnable> timer, IntSupplier running) {
    this.receiver = receiver;
    this.timer = timer;
    this.running = running;
  }

  /** Adds a task whose script has ended. */
  void add(long taskId) {
    List<Long> ended = List.of();
    boolean isFirst = false;
    synchronized (this) {
      taskIds.add(taskId);
      if (taskIds.size() * RUNNING_FOR_EACH >= running.getAsInt()) {
        ended = takeAll();
      } else {
        isFirst = !timed;
        timed = true;
      }
    }
    receiver.accept(ended);
    if (isFirst) {
      passOnLater();
    }
  }

  private void passOnLater() {
    try {
      timer.accept(MAX_WAIT, this::passOnAfterWait);
    } catch (RuntimeException | OutOfMemoryError e) {
      // Without a thread for it, none may be forgotten.
      passOnAfterWait();
    }
  }

  private void passOnAfterWait() {
    List<Long> ended;
    synchronized (this) {
      timed = false;
      ended = takeAll();
    }
    receiver.accept(ended);
  }

  private List<Long> takeAll() {
    List<Long> all = taskIds;
    taskIds = new ArrayList<>();
    return all;
  }
}
