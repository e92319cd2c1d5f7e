/** One class for each action on invocations. */
@NullMarked
package io.tatemulator.invocation.action;

import org.jspecify.annotations.NullMarked;
