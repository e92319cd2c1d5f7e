package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RunningJar;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledAmidCreatesIT {
  private static final int CLIENTS = 200;
  private static final int ENOUGH = 1_500;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String BODY = Requests.recurring("0 0 1 1 *");

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cutOff = new AtomicInteger();

  @TempDir private Path directory;

  @Test
  void everyAcknowledgedInvokerSurvivesAKillAndNoIdIsEverGivenAgain() {
    Instant dueAt;
    String overdue;
    try (RunningJar jar = RunningJar.in(directory).ready()) {
      Api api = jar.api();
      try (ConcurrentCallers clients =
          new ConcurrentCallers(CLIENTS, i -> () -> createUntilCutOff(api))) {
        await().atMost(TIMEOUT).until(() -> acknowledged.size() >= ENOUGH);
        dueAt = Instant.now().plusSeconds(2);
        overdue = api.call("CreateInvoker", Requests.once(dueAt)).text("InvokerId");
        jar.kill();
        clients.join();
      }
    }
    assertThat(cutOff).as("clients that were waiting for an answer").hasValue(CLIENTS);
    Set<String> lost = new HashSet<>(acknowledged);
    assertThat(acknowledged).as("no id is given twice").hasSameSizeAs(lost);

    await().atMost(TIMEOUT).until(() -> Instant.now().isAfter(dueAt));
    try (RunningJar again = RunningJar.in(directory).ready()) {
      Api api = again.api();
      await().atMost(TIMEOUT).until(() -> succeeded(api, overdue));
      assertThat(Pages.total(api, "DescribeInvokerRecords")).isEqualTo(1);
      List<String> asked = List.copyOf(acknowledged);
      Pages.texts(Pages.invokers(api, asked), "InvokerId").forEach(lost::remove);
      assertThat(lost).as("lost of %s acknowledged", asked.size()).isEmpty();
      for (int i = 0; i < 50; i++) {
        acknowledged.add(api.call("CreateInvoker", BODY).text("InvokerId"));
      }
      assertThat(acknowledged).doesNotContain(overdue).doesNotHaveDuplicates();
    }
  }

  private static boolean succeeded(Api api, String invoker) {
    return api.call("DescribeInvokerRecords", Requests.invokers(List.of(invoker)))
        .text("InvokerRecordSet/0/Result")
        .equals("SUCCESS");
  }

  private Void createUntilCutOff(Api api) {
    try {
      while (true) {
        Answer answer = api.call("CreateInvoker", BODY);
        assertThat(answer.code()).isEmpty();
        acknowledged.add(answer.text("InvokerId"));
      }
    } catch (UncheckedIOException e) {
      cutOff.incrementAndGet();
    }
    return null;
  }
}
