package io.tatemulator.protocol;

/** A response that names the invocation that its request has started. */
public interface StartsInvocation {
  /** Returns the invocation's public identifier. */
  String invocationId();
}
