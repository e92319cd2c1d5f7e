/** The control API: the emulator's own routes under /_tat, one class each. */
@NullMarked
package io.tatemulator.control;

import org.jspecify.annotations.NullMarked;
