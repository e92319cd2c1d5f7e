package io.tatemulator.invocation;

import java.time.Instant;
import java.util.List;

/**
 * Executes tasks on the instances that it serves. It starts, polls and cancels tasks and reports
 * their progress; its caller, the dispatcher of due tasks, stores the progress, determines the
 * statuses and enforces timeouts. An executor changes no stored task, and reads only which ones
 * {@linkplain TasksInProgress are in progress}.
 *
 * <p><b>Batches.</b> Each method takes all tasks that are due for it, at most 1,000, and returns
 * one progress for each, in the same order. Only one thread calls executors, and the tasks of all
 * tenants wait for it: a call must not block. Work that takes time runs elsewhere, and a later call
 * reports its result.
 *
 * <p><b>Transactions.</b> Each call runs in a transaction, which also stores the returned progress
 * and joins database writes of the executor. If it is rolled back, the call is repeated with all or
 * some of its tasks, and perhaps at another time, since an advance of the clock that fails goes
 * back. So a call may only decide and write to the database; side effects that a rollback does not
 * undo, such as to start or to kill a process or to send a message, belong in {@link
 * io.tatemulator.persistence.AfterCommit}. They must be safe to repeat, or remembered by task id,
 * since every call may come again. The process may die between the commit and its side effects, so
 * an executor may be polled about a running task that it does not know; it decides how that one
 * ends.
 *
 * <p><b>Failures.</b> If a call throws an exception, it is repeated with fewer tasks, until those
 * that fail are known; they end START_FAILED without a cancel. An exception of the database is no
 * task's failure: all tasks stay due.
 *
 * <p><b>Time.</b> Times are on the emulator's clock, which can be frozen and only moves forward.
 * What takes real time reports its end through {@link ReadyTasks}, and the call for the task
 * follows. The calls for a task have ascending times, unless a rollback repeats one; those for
 * different tasks need not, since an advance of the clock runs several instants together.
 */
public interface TaskExecutor {
  /** Returns its name, which is stored with the tasks that it starts; at most 16 characters. */
  String name();

  /**
   * Returns whether this executor serves an instance. At most one executor does. Called for each
   * task that is due for the first time, so it should not query the database; a task stays with the
   * executor that started it.
   */
  boolean serves(long tenantId, String instanceId);

  /** Returns whether it also serves the instances that no executor serves; exactly one does. */
  default boolean isDefault() {
    return false;
  }

  /**
   * Returns whether its tasks take real time, so that an advance of the clock waits for them. It
   * may be false while it has no tasks and cannot get any.
   */
  default boolean takesRealTime() {
    return false;
  }

  /**
   * Returns whether a task of this executor that has not ended is worth waiting for in real time,
   * since something is expected to happen to it.
   */
  default boolean isBusyWith(long taskId) {
    return true;
  }

  /**
   * Starts tasks: new ones, and those that were {@linkplain TaskProgress#notDeliveredBefore not
   * delivered} in an earlier call. A task that is not running yet may be cancelled, and there is no
   * call for that; it is not started again.
   */
  List<TaskProgress> start(List<DueTask> tasks, Instant now);

  /** Polls running tasks, at the time that their last progress named or at their timeout. */
  List<TaskProgress> poll(List<DueTask> tasks, Instant now);

  /**
   * Kills running tasks, which a user has cancelled or which are still running at their timeout.
   * Repeated as long as the progress is {@linkplain TaskProgress#running running}; ten seconds
   * after its timeout, a task ends TIMEOUT without a result.
   */
  List<TaskProgress> cancel(List<DueTask> tasks, Instant now);
}
