/** Fires what is due: invokers, then whatever else waits for its time. */
@NullMarked
package io.tatemulator.schedule;

import org.jspecify.annotations.NullMarked;
