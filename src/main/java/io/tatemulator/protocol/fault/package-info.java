/** Faults that users inject into requests. */
@NullMarked
package io.tatemulator.protocol.fault;

import org.jspecify.annotations.NullMarked;
