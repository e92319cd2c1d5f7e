/** JUnit Jupiter support for tests with an emulator. */
@NullMarked
package io.tatemulator.junit;

import org.jspecify.annotations.NullMarked;
