/** What holds for all settings, wherever they come from. */
@NullMarked
package io.tatemulator.settings;

import org.jspecify.annotations.NullMarked;
