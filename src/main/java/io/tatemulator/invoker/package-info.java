/** Invokers, which fire commands on a schedule, and the records of their fires. */
@NullMarked
package io.tatemulator.invoker;

import org.jspecify.annotations.NullMarked;
