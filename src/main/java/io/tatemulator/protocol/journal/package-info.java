/** The last calls, for people to look at. */
@NullMarked
package io.tatemulator.protocol.journal;

import org.jspecify.annotations.NullMarked;
