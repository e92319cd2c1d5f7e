/** The control API for those who write Java. */
@NullMarked
package io.tatemulator.client;

import org.jspecify.annotations.NullMarked;
