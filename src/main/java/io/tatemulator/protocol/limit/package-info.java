/** The rate limit of requests. */
@NullMarked
package io.tatemulator.protocol.limit;

import org.jspecify.annotations.NullMarked;
