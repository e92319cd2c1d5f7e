/** Metrics and health. */
@NullMarked
package io.tatemulator.observability;

import org.jspecify.annotations.NullMarked;
