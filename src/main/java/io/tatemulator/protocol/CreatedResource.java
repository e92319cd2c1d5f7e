package io.tatemulator.protocol;

/**
 * A response that names the resource that its request has created, so that observers of requests
 * can look up its result.
 */
public interface CreatedResource {
  /** Returns the resource's public identifier. */
  String resourceId();
}
