package io.tatemulator.protocol;

/** An answer that names an invocation which the call has begun. */
public interface Begun {
  /** The invocation's public identifier. */
  String invocationId();
}
