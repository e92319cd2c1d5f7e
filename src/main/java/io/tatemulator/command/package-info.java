/** Commands: scripts with a name, and their revisions. */
@NullMarked
package io.tatemulator.command;

import org.jspecify.annotations.NullMarked;
