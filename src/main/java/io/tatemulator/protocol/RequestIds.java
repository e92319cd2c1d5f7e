package io.tatemulator.protocol;

/** Generates request ids. */
public interface RequestIds {
  /** Returns a unique lower-case UUID. */
  String next();
}
