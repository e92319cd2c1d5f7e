package io.tatemulator.benchmark.support;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** An exact number of requests, which wrk cannot send: its load ends with a time. */
public final class Load {
  private Load() {}

  /**
   * Sends requests over several connections, on each the next one after the last response. All must
   * succeed.
   *
   * @return the seconds from the first request until the last response
   */
  public static double send(int port, int connections, int count, IntFunction<Request> requests)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    return inParallel(
        connections,
        () -> {
          try (Connection connection = new Connection(port)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              connection.send(requests.apply(i));
            }
          }
          return null;
        });
  }

  /** Runs a client in several threads at once; returns the seconds until all have ended. */
  public static <T> double inParallel(int threads, Callable<T> client) throws Exception {
    long start = System.nanoTime();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (Future<T> ended : executor.invokeAll(Collections.nCopies(threads, client))) {
        ended.get();
      }
    } finally {
      executor.shutdownNow();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
