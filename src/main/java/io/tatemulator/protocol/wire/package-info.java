/** The formats of requests and their parser. */
@NullMarked
package io.tatemulator.protocol.wire;

import org.jspecify.annotations.NullMarked;
