package io.tatemulator.protocol;

/** Learns of every answered call. What it throws is logged and does not change the answer. */
public interface CallObserver {
  /** A call has been answered. */
  void answered(AnsweredCall answered);
}
