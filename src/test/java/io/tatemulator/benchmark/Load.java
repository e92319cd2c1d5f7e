package io.tatemulator.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Sends requests over several connections at once, on each the next one as soon as the last one has
 * been answered.
 *
 * @param answered how many were sent, and answered as they should be
 * @param seconds from the first request until the last answer
 */
record Load(int answered, double seconds) {
  /** Sends a fixed number of requests. */
  static Load count(int port, int connections, int count, IntFunction<Request> request)
      throws InterruptedException {
    return send(port, connections, request, index -> index < count);
  }

  /** Sends requests for a while. */
  static Load during(int port, int connections, double seconds, IntFunction<Request> request)
      throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return send(port, connections, request, index -> System.nanoTime() < end);
  }

  double perSecond() {
    return answered / seconds;
  }

  private static Load send(
      int port, int connections, IntFunction<Request> request, IntPredicate goesOn)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long start = System.nanoTime();
      List<Future<Integer>> senders = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        senders.add(threads.submit(() -> sendAll(port, next, request, goesOn)));
      }
      int answered = 0;
      for (Future<Integer> sender : senders) {
        answered += sender.get();
      }
      return new Load(answered, (System.nanoTime() - start) / 1e9);
    } catch (ExecutionException e) {
      throw new BenchmarkFailure("under load: " + e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static int sendAll(
      int port, AtomicInteger next, IntFunction<Request> request, IntPredicate goesOn)
      throws Exception {
    int answered = 0;
    try (Connection connection = new Connection(port)) {
      for (int i = next.getAndIncrement(); goesOn.test(i); i = next.getAndIncrement()) {
        connection.send(request.apply(i));
        answered++;
      }
    }
    return answered;
  }
}
