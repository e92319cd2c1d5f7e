package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A stop while a script is being started. */
class ScriptThreadsTest {
  private final ScriptThreads threads = new ScriptThreads();

  @Test
  void aStartThatHasBegunMaySetItsTimeout() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    CompletableFuture<Future<?>> timeout = new CompletableFuture<>();
    threads.start(
        () -> {
          begun.countDown();
          awaitUninterruptibly(proceed);
          timeout.complete(threads.endAfter(Duration.ofHours(1), () -> {}));
        });
    begun.await();

    threads.stopStarting();
    proceed.countDown();

    assertThat(threads.awaitStarts(Duration.ofMinutes(1))).isTrue();
    assertThat(timeout).isCompleted();
    threads.stop();
  }

  @Test
  void whatComesAfterAStopIsDiscarded() {
    threads.stopStarting();
    threads.stop();

    threads.start(() -> {});
    threads.end(() -> {});
    assertThat(threads.endAfter(Duration.ZERO, () -> {})).isNotDone();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
