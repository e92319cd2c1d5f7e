package io.tatemulator.invocation;

import io.tatemulator.protocol.CreatedResource;

/** A response that names the invocation that its request has started. */
public interface StartsInvocation extends CreatedResource {
  /** Returns the invocation's public identifier. */
  String invocationId();

  @Override
  default String resourceId() {
    return invocationId();
  }
}
