package io.tatemulator.state;

/** Thrown when a file is no valid snapshot; the message names the invalid part. */
public final class SnapshotFormatException extends RuntimeException {
  SnapshotFormatException(String message) {
    super(message);
  }
}
