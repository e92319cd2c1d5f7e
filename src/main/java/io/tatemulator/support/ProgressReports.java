package io.tatemulator.support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports the progress of one operation if it takes long: for the first time after a second, then
 * twice a second.
 */
public final class ProgressReports {
  private static final long FIRST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL_NANOS = Duration.ofMillis(500).toNanos();

  private final OperationProgress.Operation operation;
  private final Consumer<OperationProgress> receiver;
  private final LongSupplier nanoTime;
  private long nextReport;
  private @Nullable Double lastFraction;
  private boolean reported;

  /**
   * Begins an operation.
   *
   * @param receiver gets the reports
   */
  public ProgressReports(
      OperationProgress.Operation operation, Consumer<OperationProgress> receiver) {
    this(operation, receiver, System::nanoTime);
  }

  ProgressReports(
      OperationProgress.Operation operation,
      Consumer<OperationProgress> receiver,
      LongSupplier nanoTime) {
    this.operation = operation;
    this.receiver = receiver;
    this.nanoTime = nanoTime;
    this.nextReport = nanoTime.getAsLong() + FIRST_NANOS;
  }

  /**
   * Reports the progress, unless it is too early.
   *
   * @param fraction how much is done, from 0 to 1; null when it is not known
   * @param at the time on the emulator's clock that a move has reached; null for other operations
   */
  public void report(@Nullable Double fraction, @Nullable Instant at) {
    long now = nanoTime.getAsLong();
    if (now - nextReport >= 0) {
      nextReport = now + INTERVAL_NANOS;
      reported = true;
      lastFraction = fraction;
      receiver.accept(new OperationProgress(operation, fraction, at, false));
    }
  }

  /**
   * Reports the end, by success or not, if there was a report before.
   *
   * @param at the time on the emulator's clock that a move has reached; null for other operations
   */
  public void end(@Nullable Instant at) {
    if (reported) {
      receiver.accept(new OperationProgress(operation, lastFraction, at, true));
    }
  }
}
