/** Converts the bytes of a request to its validated request record, and a response to JSON. */
@NullMarked
package io.tatemulator.protocol.codec;

import org.jspecify.annotations.NullMarked;
