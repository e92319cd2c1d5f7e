/** From the bytes of a request to its checked request record, and from an answer to its JSON. */
@NullMarked
package io.tatemulator.protocol.codec;

import org.jspecify.annotations.NullMarked;
