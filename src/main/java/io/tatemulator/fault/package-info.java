/** Faults that users inject. */
@NullMarked
package io.tatemulator.fault;

import org.jspecify.annotations.NullMarked;
