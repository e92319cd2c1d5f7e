/** Notifies clients of the control API of changes. */
@NullMarked
package io.tatemulator.control.event;

import org.jspecify.annotations.NullMarked;
