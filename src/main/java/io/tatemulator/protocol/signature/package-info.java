/** Authentication of requests with signature v3 and v1. */
@NullMarked
package io.tatemulator.protocol.signature;

import org.jspecify.annotations.NullMarked;
