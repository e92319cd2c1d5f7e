package io.tatemulator.invocation;

/** Thrown when a task status change is not in the table of transitions. */
public final class IllegalTaskChangeException extends RuntimeException {
  IllegalTaskChangeException(TaskStatus from, TaskStatus to) {
    super("invalid task status transition: " + from + " to " + to);
  }
}
