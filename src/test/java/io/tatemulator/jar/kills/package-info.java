/** Mixed traffic against an emulator that is killed, and the model that its state is held to. */
@NullMarked
package io.tatemulator.jar.kills;

import org.jspecify.annotations.NullMarked;
