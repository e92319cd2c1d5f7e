package io.tatemulator.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.support.OperationProgress.Operation;
import io.tatemulator.testing.IndependentOfStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@IndependentOfStorage
class ProgressReportsTest {
  private static final Instant AT = Instant.parse("2021-08-31T16:00:00Z");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final List<OperationProgress> reported = new ArrayList<>();
  private final ProgressReports reports =
      new ProgressReports(Operation.ADVANCE, reported::add, nanos::get);

  private void pass(int millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  @Test
  void aShortOperationReportsNothing() {
    pass(999);
    reports.report(0.5, AT);
    reports.end(AT);

    assertThat(reported).isEmpty();
  }

  @Test
  void aLongOperationReportsTwiceASecondAndItsEnd() {
    pass(1_000);
    reports.report(0.1, AT);
    reports.report(0.2, AT);
    pass(499);
    reports.report(0.3, AT);
    pass(1);
    reports.report(null, null);
    reports.end(AT);

    assertThat(reported)
        .containsExactly(
            new OperationProgress(Operation.ADVANCE, 0.1, AT, false),
            new OperationProgress(Operation.ADVANCE, null, null, false),
            new OperationProgress(Operation.ADVANCE, null, AT, true));
  }
}
