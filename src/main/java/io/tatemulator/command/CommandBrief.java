package io.tatemulator.command;

import io.tatemulator.support.ResourceId;

/**
 * As much of a command as it takes to bind something to it.
 *
 * @param row its row
 * @param number the number of its public identifier
 * @param enableParameter whether it takes custom parameters, which never changes
 */
public record CommandBrief(long row, long number, boolean enableParameter) {
  /** The public identifier. */
  public String commandId() {
    return ResourceId.COMMAND.format(number);
  }
}
