/** Invocations, their tasks, and their statuses. */
@NullMarked
package io.tatemulator.invocation;

import org.jspecify.annotations.NullMarked;
