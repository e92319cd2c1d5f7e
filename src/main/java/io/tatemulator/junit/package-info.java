/** Tests with an emulator, for JUnit Jupiter. */
@NullMarked
package io.tatemulator.junit;

import org.jspecify.annotations.NullMarked;
