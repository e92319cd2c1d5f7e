/** The state as a whole: reset, snapshots and the seed of identifiers. */
@NullMarked
package io.tatemulator.state;

import org.jspecify.annotations.NullMarked;
