package io.tatemulator.invocation;

import io.tatemulator.time.DueWork;

/**
 * Carries tasks from PENDING to a terminal status. The tasks wait in the {@link TaskLedger}; as due
 * work, an executor is called when one of them needs attention.
 */
public interface TaskExecutor extends DueWork {}
