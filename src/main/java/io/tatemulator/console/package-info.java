/** The console: static pages for browsers, which use the control API and the cloud's API. */
@NullMarked
package io.tatemulator.console;

import org.jspecify.annotations.NullMarked;
