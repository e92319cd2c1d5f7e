/** Tasks that succeed without a machine. */
@NullMarked
package io.tatemulator.execution.simulated;

import org.jspecify.annotations.NullMarked;
