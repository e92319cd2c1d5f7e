package io.tatemulator.storage;

/** The data folder cannot be used; the message tells a person why and what to do. */
final class StorageUnavailableException extends RuntimeException {
  StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
