/** The forms in which requests come. */
@NullMarked
package io.tatemulator.protocol.wire;

import org.jspecify.annotations.NullMarked;
