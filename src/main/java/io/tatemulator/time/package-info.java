/** The only source of time: the clock, the crontabs, and the due work. */
@NullMarked
package io.tatemulator.time;

import org.jspecify.annotations.NullMarked;
