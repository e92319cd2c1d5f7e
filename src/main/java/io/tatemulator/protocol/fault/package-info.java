/** How a call can be made to fail. */
@NullMarked
package io.tatemulator.protocol.fault;

import org.jspecify.annotations.NullMarked;
