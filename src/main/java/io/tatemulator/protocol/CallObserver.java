package io.tatemulator.protocol;

/** Learns of every answered call. */
public interface CallObserver {
  /** A call has been answered. */
  void answered(AnsweredCall answered);
}
