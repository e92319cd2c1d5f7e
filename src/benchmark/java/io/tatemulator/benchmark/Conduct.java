package io.tatemulator.benchmark;

/** How a client behaves, and so what may come of it. */
enum Conduct {
  /** It sends a request that must succeed. */
  VALID,
  /** It sends one that the emulator must refuse. */
  REFUSED,
  /** It sends one that is too large, and has to wait for its turn when there are many such. */
  TOO_LARGE,
  /** It sends one that the HTTP server must refuse, since it is none of the API. */
  REJECTED,
  /** It sends the beginning of one. */
  HALF_SENT;

  private static final int REQUEST_TIMEOUT = 408;

  /** Whether it may be answered like this. */
  boolean allows(HttpAnswer answer) {
    return switch (this) {
      case VALID -> answer.isSuccess();
      case REFUSED -> isRefusal(answer);
      case TOO_LARGE -> isRefusal(answer) || answer.status() == REQUEST_TIMEOUT;
      case REJECTED, HALF_SENT -> answer.status() / 100 == 4;
    };
  }

  /** Whether the server may close the connection; when it has not read all, the answer is lost. */
  boolean allowsCutOff() {
    return this == TOO_LARGE || this == REJECTED || this == HALF_SENT;
  }

  private static boolean isRefusal(HttpAnswer answer) {
    return answer.isRefusal() && !answer.text().contains("\"InternalError\"");
  }
}
