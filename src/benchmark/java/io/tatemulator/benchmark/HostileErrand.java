package io.tatemulator.benchmark;

import java.nio.charset.StandardCharsets;

/**
 * Something that a client sends, good or bad.
 *
 * @param conduct what may come of it
 * @param bytes what is sent
 * @param ending what comes afterwards
 * @param patienceMillis how long the client waits
 * @param outcomes where it is told what came of it
 * @param start when it began, in nanoseconds
 */
// Never compared, so an array is as good as a list.
@SuppressWarnings("ArrayRecordComponent")
record HostileErrand(
    Conduct conduct,
    byte[] bytes,
    Ending ending,
    long patienceMillis,
    Outcomes outcomes,
    long start)
    implements Errand {
  private static final int SHOWN = 300;

  double millis() {
    return (System.nanoTime() - start) / 1e6;
  }

  @Override
  public void answered(HttpAnswer answer) {
    outcomes.answered(this, answer);
  }

  @Override
  public void cutOff() {
    if (!conduct.allowsCutOff()) {
      outcomes.wrong(this, "was cut off");
    }
  }

  @Override
  public void overdue() {
    boolean silent = conduct == Conduct.HALF_SENT && ending == Ending.WAIT;
    if (!silent) {
      outcomes.wrong(this, "was not answered for " + patienceMillis + " ms");
    }
  }

  @Override
  public String toString() {
    int shown = Math.min(bytes.length, SHOWN);
    return conduct + " " + new String(bytes, 0, shown, StandardCharsets.ISO_8859_1);
  }
}
