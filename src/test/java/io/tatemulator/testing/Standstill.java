package io.tatemulator.testing;

import io.tatemulator.time.DueLoop;

/** A time in which the emulator does nothing by itself, so that what is due has to wait. */
public final class Standstill {
  private Standstill() {}

  /** Does something while the emulator stands still, once it has done what it is doing. */
  public static void during(DueLoop loop, Runnable work) {
    loop.alone(
        () -> {
          work.run();
          return true;
        });
  }
}
