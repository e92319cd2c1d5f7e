/** Invokers: what fires a command on a schedule, and the records of it. */
@NullMarked
package io.tatemulator.invoker;

import org.jspecify.annotations.NullMarked;
