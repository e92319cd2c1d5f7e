package io.tatemulator.protocol;

import java.time.Duration;

/** Learns of every answered call. */
public interface CallObserver {
  /**
   * A call has been answered.
   *
   * @param call the call; its action may be one that does not exist
   * @param code the error code, or {@code OK}
   * @param took from receipt until the answer was ready to send
   */
  void answered(ApiCall call, String code, Duration took);
}
