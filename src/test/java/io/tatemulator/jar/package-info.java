/** The packaged emulator, as users start, stop and kill it. */
@NullMarked
package io.tatemulator.jar;

import org.jspecify.annotations.NullMarked;
