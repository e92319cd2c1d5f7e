package io.tatemulator.benchmark;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Sends requests over several connections at once, on each the next one as soon as the last one has
 * been answered. One thread serves them all, since threads that wait for one answer each would take
 * from the cores that client and server share.
 *
 * @param answered how many were sent, and answered as they should be
 * @param seconds from the first request until the last answer
 */
record Load(int answered, double seconds) {
  private static final long PATIENCE_MILLIS = 60_000;

  /** Sends a fixed number of requests. */
  static Load count(int port, int connections, int count, IntFunction<Request> request) {
    return send(port, connections, request, index -> index < count);
  }

  /** Sends requests for a while. */
  static Load during(int port, int connections, double seconds, IntFunction<Request> request) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return send(port, connections, request, index -> System.nanoTime() < end);
  }

  double perSecond() {
    return answered / seconds;
  }

  private static Load send(
      int port, int connections, IntFunction<Request> request, IntPredicate goesOn) {
    try (Selector selector = Selector.open()) {
      long start = System.nanoTime();
      int sent = 0;
      int waiting = 0;
      for (; waiting < connections && goesOn.test(sent); waiting++) {
        new Line(selector, port).send(request.apply(sent++));
      }
      int answered = 0;
      while (waiting > 0) {
        if (selector.select(PATIENCE_MILLIS) == 0) {
          throw new BenchmarkFailure("under load: no answer for " + PATIENCE_MILLIS + " ms");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          Line line = (Line) key.attachment();
          if (line.read()) {
            answered++;
            if (goesOn.test(sent)) {
              line.send(request.apply(sent++));
            } else {
              line.close();
              waiting--;
            }
          }
        }
        selector.selectedKeys().clear();
      }
      return new Load(answered, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new BenchmarkFailure("under load: " + e);
    }
  }
}
