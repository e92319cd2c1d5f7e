package io.tatemulator.time;

/**
 * The result of one or more batches of due work.
 *
 * @param fires the fires that it has caused
 * @param more whether more of the same work may be due now
 */
public record BatchResult(Fires fires, boolean more) {
  /** Nothing fired, and nothing more is due. */
  public static final BatchResult DONE = new BatchResult(Fires.NONE, false);

  /** Returns the result of work that causes no fires. */
  public static BatchResult of(boolean more) {
    return more ? new BatchResult(Fires.NONE, true) : DONE;
  }
}
