package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** An observer that fails on every call. */
@ExtendWith(OutputCaptureExtension.class)
class FailingObserverTest {
  @TempDir private Path folder;

  /** Before all others, which must learn of the call nevertheless. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static final class Failing implements RequestObserver {
    @Override
    public void onCompleted(CompletedRequest completed) {
      throw new AssertionError("this observer always fails");
    }
  }

  @Test
  void doesNotChangeTheResponse(CapturedOutput output) {
    try (InProcess emulator =
        new InProcess(folder, new MutableClock(), List.of(Failing.class), "--tat.storage=memory")) {
      emulator.api().ok("DescribeRegions", "{}");

      assertThat(new Control(emulator.port()).ok("GET", "requests", "").path("requests"))
          .hasSize(1);
      assertThat(output).contains("this observer always fails");
    }
  }
}
