/** A Java client of the control API. */
@NullMarked
package io.tatemulator.client;

import org.jspecify.annotations.NullMarked;
