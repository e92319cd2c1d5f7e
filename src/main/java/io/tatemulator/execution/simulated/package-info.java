/** The simulated execution of tasks, without a machine. */
@NullMarked
package io.tatemulator.execution.simulated;

import org.jspecify.annotations.NullMarked;
