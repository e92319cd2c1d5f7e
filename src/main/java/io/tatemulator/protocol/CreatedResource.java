package io.tatemulator.protocol;

/**
 * A response that names the resource that its request has created, so that observers of requests
 * can tell what became of it.
 */
public interface CreatedResource {
  /** Returns the resource's public identifier. */
  String resourceId();
}
