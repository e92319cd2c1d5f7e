/** Mixed traffic against an emulator that is killed, and a model of its acknowledged state. */
@NullMarked
package io.tatemulator.jar.kills;

import org.jspecify.annotations.NullMarked;
