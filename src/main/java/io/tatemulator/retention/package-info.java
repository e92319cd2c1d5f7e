/** Forgetting what has long ended. */
@NullMarked
package io.tatemulator.retention;

import org.jspecify.annotations.NullMarked;
