/** Commands: named scripts and their revisions. */
@NullMarked
package io.tatemulator.command;

import org.jspecify.annotations.NullMarked;
