package io.tatemulator.schedule;

import io.tatemulator.support.OperationProgress;
import io.tatemulator.support.ProgressReports;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Reports how far a move of the clock has come. */
final class MoveProgress {
  private final ProgressReports reports;

  MoveProgress(Consumer<OperationProgress> receiver) {
    this.reports = new ProgressReports(OperationProgress.Operation.ADVANCE, receiver);
  }

  void report(Instant from, Instant at, Instant target) {
    double done = Duration.between(from, at).toMillis();
    reports.report(done / Math.max(1, Duration.between(from, target).toMillis()), at);
  }

  void end(Instant at) {
    reports.end(at);
  }
}
