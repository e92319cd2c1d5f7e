package io.tatemulator.command;

import io.tatemulator.protocol.error.ErrorCode;
import java.util.Optional;

/** Something that may still need a command, and so keeps it from being deleted. */
public interface CommandUse {
  /** The error of deleting this command now; empty when it is not needed here. */
  Optional<ErrorCode> refusal(Command command);
}
