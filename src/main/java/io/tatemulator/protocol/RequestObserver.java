package io.tatemulator.protocol;

/** Observes completed requests. Its exceptions are logged and do not change the response. */
public interface RequestObserver {
  /** Handles a completed request. */
  void onCompleted(CompletedRequest completed);
}
