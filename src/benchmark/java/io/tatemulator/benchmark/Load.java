package io.tatemulator.benchmark;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over several connections at once, on each the next one as soon as the last one has
 * been answered.
 *
 * @param answered how many were sent, and answered as they should be
 * @param seconds from the first request until the last answer
 */
record Load(int answered, double seconds) {
  /** A request that must be answered, and not refused. */
  private record Asked(Request request) implements Errand {
    @Override
    public byte[] bytes() {
      return request.bytes();
    }

    @Override
    public void answered(HttpAnswer answer) {
      if (!answer.isSuccess()) {
        throw new BenchmarkFailure(request.action() + " was answered " + answer.text());
      }
    }
  }

  /** The next request, as long as it goes on. */
  private static final class Requests implements Supplier<@Nullable Errand> {
    private final IntFunction<Request> request;
    private final IntPredicate goesOn;
    private int sent;

    Requests(IntFunction<Request> request, IntPredicate goesOn) {
      this.request = request;
      this.goesOn = goesOn;
    }

    @Override
    public @Nullable Errand get() {
      return goesOn.test(sent) ? new Asked(request.apply(sent++)) : null;
    }
  }

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
    Requests requests = new Requests(request, goesOn);
    long start = System.nanoTime();
    Lines.run(port, connections, requests);
    return new Load(requests.sent, (System.nanoTime() - start) / 1e9);
  }
}
