/** The actions on invocations, one class each. */
@NullMarked
package io.tatemulator.invocation.action;

import org.jspecify.annotations.NullMarked;
