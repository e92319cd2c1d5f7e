/** The journal of the last requests, for inspection by users. */
@NullMarked
package io.tatemulator.protocol.journal;

import org.jspecify.annotations.NullMarked;
