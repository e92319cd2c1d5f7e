package io.tatemulator.benchmark;

import java.io.IOException;

/** Lets a server work until it is as fast as it will be. */
final class WarmUp {
  private static final String COMPILED = "jvm_compilation_time_ms_total";
  private static final int MOST_TURNS = 15;

  /** The part of a core that the compiler may still take from a server that counts as warm. */
  private static final double COMPILING = 0.02;

  /** Some seconds of all that is to be measured. */
  interface Turn {
    /**
     * Sends it.
     *
     * @param number of the turn, from 1
     */
    void send(int number) throws IOException, InterruptedException;
  }

  private WarmUp() {}

  /** On two busy cores the compiler needs minutes to come to an end. */
  static void of(Server server, Sheet sheet, Turn turn) throws IOException, InterruptedException {
    double compiling = 1;
    for (int number = 1; number <= MOST_TURNS && compiling > COMPILING; number++) {
      sheet.say("warming up");
      double before = server.metrics().sum(COMPILED);
      long start = System.nanoTime();
      turn.send(number);
      double seconds = (System.nanoTime() - start) / 1e9;
      compiling = (server.metrics().sum(COMPILED) - before) / 1000 / seconds;
    }
  }
}
