/** One class for each action on commands. */
@NullMarked
package io.tatemulator.command.action;

import org.jspecify.annotations.NullMarked;
