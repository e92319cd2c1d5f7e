package io.tatemulator.benchmark;

/** How a client behaves, and so what may come of it. */
enum Conduct {
  /** It sends a request that must succeed. */
  VALID,
  /** It sends one that the emulator must refuse. */
  REFUSED,
  /** It sends one that the HTTP server must refuse, since it is none of the API. */
  REJECTED,
  /** It sends the beginning of one. */
  HALF_SENT;

  /** Whether it may be answered like this. */
  boolean allows(HttpAnswer answer) {
    return switch (this) {
      case VALID -> answer.isSuccess();
      case REFUSED -> answer.isRefusal() && !answer.text().contains("\"InternalError\"");
      case REJECTED, HALF_SENT -> answer.status() / 100 == 4;
    };
  }

  /** Whether the server may close the connection; when it has not read all, the answer is lost. */
  boolean allowsCutOff() {
    return this == REJECTED || this == HALF_SENT;
  }
}
