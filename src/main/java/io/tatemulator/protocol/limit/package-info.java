/** How often may be called. */
@NullMarked
package io.tatemulator.protocol.limit;

import org.jspecify.annotations.NullMarked;
