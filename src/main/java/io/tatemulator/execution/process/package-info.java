/** Execution of tasks by processes on the emulator's host, by the rules of the TAT agent. */
@NullMarked
package io.tatemulator.execution.process;

import org.jspecify.annotations.NullMarked;
