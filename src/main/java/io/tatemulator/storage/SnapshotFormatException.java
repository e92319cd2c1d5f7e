package io.tatemulator.storage;

/** A file that is no snapshot; the message says where it is wrong. */
public final class SnapshotFormatException extends RuntimeException {
  SnapshotFormatException(String message) {
    super(message);
  }
}
