/** The actions on commands, one class for each. */
@NullMarked
package io.tatemulator.command.action;

import org.jspecify.annotations.NullMarked;
