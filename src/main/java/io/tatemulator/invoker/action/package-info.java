/** One class for each action on invokers. */
@NullMarked
package io.tatemulator.invoker.action;

import org.jspecify.annotations.NullMarked;
