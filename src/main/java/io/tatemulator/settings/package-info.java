/** Rules for all settings, from every source: names, blank values, origins. */
@NullMarked
package io.tatemulator.settings;

import org.jspecify.annotations.NullMarked;
