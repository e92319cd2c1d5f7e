package io.tatemulator.invocation;

import io.tatemulator.time.DueWork;

/**
 * Moves tasks from PENDING to a terminal status. The tasks are in the {@link TaskStore}; as due
 * work, an executor runs when the next step of a task is due.
 */
public interface TaskExecutor extends DueWork {}
