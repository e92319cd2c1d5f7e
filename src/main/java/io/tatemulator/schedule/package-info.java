/** Fires due invokers and runs other due work, and moves the clock. */
@NullMarked
package io.tatemulator.schedule;

import org.jspecify.annotations.NullMarked;
