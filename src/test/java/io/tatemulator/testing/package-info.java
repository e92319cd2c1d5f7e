/** What the tests share: an emulator to talk to, a client to talk with, a clock to move. */
@NullMarked
package io.tatemulator.testing;

import org.jspecify.annotations.NullMarked;
