package io.tatemulator.invocation;

/** A task was to change its status in a way that the table of changes does not have. */
public final class IllegalTaskChangeException extends RuntimeException {
  IllegalTaskChangeException(TaskStatus from, TaskStatus to) {
    super("a task that is " + from + " cannot become " + to);
  }
}
