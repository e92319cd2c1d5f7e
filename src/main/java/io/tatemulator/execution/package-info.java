/** The execution of due tasks by the executors that serve their instances. */
@NullMarked
package io.tatemulator.execution;

import org.jspecify.annotations.NullMarked;
