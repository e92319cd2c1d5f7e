package io.tatemulator.command;

import io.tatemulator.protocol.error.ErrorCode;
import java.util.Optional;

/** Prevents the deletion of commands that are still in use. */
public interface CommandDeletionGuard {
  /** Returns the error of deleting this command now; empty when it is not in use here. */
  Optional<ErrorCode> deletionError(Command command);
}
