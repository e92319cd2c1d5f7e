package io.tatemulator.benchmark;

/** What a connection is used for once: something is sent, and something should come of it. */
interface Errand {
  /** What the client does when all has been sent. */
  enum Ending {
    /** It waits for the answer, and keeps the connection for the next errand. */
    WAIT,
    /** It tells that nothing more will come, and waits for what the server makes of that. */
    HALF_CLOSE,
    /** It closes the connection, as a client does that has thought better of it. */
    CLOSE,
    /** It resets the connection, as the system does for a client that has died. */
    ABORT
  }

  /** What is sent. */
  byte[] bytes();

  /** What comes afterwards. */
  default Ending ending() {
    return Ending.WAIT;
  }

  /** How long the client waits. */
  default long patienceMillis() {
    return 60_000;
  }

  /**
   * An answer has come.
   *
   * @throws BenchmarkFailure when it is not what it should be
   */
  void answered(HttpAnswer answer);

  /** The server has ended the connection without an answer. */
  default void cutOff() {
    throw new BenchmarkFailure("under load: the server closed a connection");
  }

  /** The client is out of patience, and closes the connection. */
  default void overdue() {
    throw new BenchmarkFailure("under load: no answer for " + patienceMillis() + " ms");
  }
}
