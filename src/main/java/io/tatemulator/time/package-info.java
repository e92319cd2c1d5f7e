/** The only source of time: the clock, the calendar of crontabs, and what falls due. */
@NullMarked
package io.tatemulator.time;

import org.jspecify.annotations.NullMarked;
