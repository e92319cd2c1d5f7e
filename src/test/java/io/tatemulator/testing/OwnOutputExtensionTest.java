package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;

@ExtendWith(OwnOutputExtension.class)
class OwnOutputExtensionTest {
  private static final ExecutorService OTHERS = Executors.newSingleThreadExecutor();

  @BeforeAll
  static void startTheOtherThread() {
    CompletableFuture.runAsync(() -> {}, OTHERS).join();
  }

  @AfterAll
  static void endTheOtherThread() {
    OTHERS.shutdownNow();
  }

  @Test
  void capturesWhatTheTestAndItsThreadsWrite(CapturedOutput output) throws InterruptedException {
    System.out.println("one");
    Thread thread = new Thread(() -> System.err.println("two"));
    thread.start();
    thread.join();

    assertThat(output.getAll().lines()).containsExactly("one", "two");
    assertThat(output.getOut().lines()).containsExactly("one");
    assertThat(output.getErr().lines()).containsExactly("two");
  }

  @Test
  void leavesAloneWhatOtherThreadsOfTheProcessWrite(CapturedOutput output) {
    CompletableFuture.runAsync(() -> System.out.println("written by another test"), OTHERS).join();

    assertThat(output).isEmpty();
  }
}
