/** Meters. */
@NullMarked
package io.tatemulator.observability;

import org.jspecify.annotations.NullMarked;
