/** Invocations, their tasks, and the statuses that they pass through. */
@NullMarked
package io.tatemulator.invocation;

import org.jspecify.annotations.NullMarked;
