package io.tatemulator.benchmark;

/** What was measured is worthless, because the server did not do what it was measured at. */
final class BenchmarkFailure extends RuntimeException {
  BenchmarkFailure(String message) {
    super(message);
  }
}
