/** Removal of invocations after the retention period. */
@NullMarked
package io.tatemulator.retention;

import org.jspecify.annotations.NullMarked;
