package io.tatemulator.observability;

import io.tatemulator.support.EnumNames;
import io.tatemulator.support.OperationProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs the progress of long operations, every ten seconds at most, and their ends. */
@Component
final class ProgressLog {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
  private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int PERCENT = 100;

  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  @EventListener
  void onProgress(OperationProgress progress) {
    long now = System.nanoTime();
    long next = nextLine.get();
    boolean due = now - next >= 0 && nextLine.compareAndSet(next, now + INTERVAL_NANOS);
    if (due || progress.ended()) {
      LOG.info("{}", line(progress));
    }
  }

  private static String line(OperationProgress progress) {
    String operation = EnumNames.format(progress.operation());
    Double fraction = progress.fraction();
    String done =
        progress.ended()
            ? "ended"
            : fraction == null
                ? "in progress"
                : String.format(Locale.ROOT, "%.0f %%", Math.floor(PERCENT * fraction));
    return progress.at() == null
        ? operation + ": " + done
        : operation + ": " + done + ", the clock shows " + progress.at();
  }
}
