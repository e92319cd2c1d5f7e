package io.tatemulator.protocol;

/** Names requests. */
public interface RequestIds {
  /** A lower-case UUID that no other request has. */
  String next();
}
