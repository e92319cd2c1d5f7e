package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Requests;
import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KilledAmidFiresIT {
  // Four batches: the kill hits the third, so that some have fired and some have not.
  private static final int INVOKERS = 4_000;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final Instant DUE_AT = Instant.parse("2099-01-01T00:00:00Z");

  // So that the kill hits within a batch, not between two.
  private static final int CALLS_INTO_A_BATCH = 10;

  private final List<String> created =
      IntStream.range(0, INVOKERS).mapToObj("ivk-%08d"::formatted).toList();

  @TempDir private Path directory;

  @Test
  void everyInvokerFiresExactlyOnceThoughTheProcessIsKilledTwice() {
    Instant killed = killAmidFires();
    killAgainAmidTheRest();

    try (RunningJar again = RunningJar.in(directory).ready()) {
      Api api = again.api();
      List<JsonNode> records = awaitRecords(api);

      assertThat(records).hasSize(INVOKERS);
      assertThat(Pages.total(api, "DescribeInvokerRecords")).isEqualTo(INVOKERS);
      assertThat(missing(created, Pages.texts(records, "InvokerId"))).isEmpty();
      assertThat(records.stream().filter(record -> firedBefore(record, killed)).count())
          .as("records of fires before the kill")
          .isBetween(1L, INVOKERS - 1L);
      checkInvocations(api, Pages.texts(records, "InvocationId"));
    }
  }

  private Instant killAmidFires() {
    Path fixtures = write(fixtures());
    try (RunningJar jar =
        RunningJar.in(directory).with("tat.fixtures", fixtures.toString()).ready()) {
      Api api = jar.api();
      Control control = new Control(jar.port());
      assertThat(Pages.total(api, "DescribeInvokers")).isEqualTo(INVOKERS);
      // Set, since a due time that is waited for must be late enough for the slowest machine.
      control.ok("PUT", "clock", "{'mode': 'offset', 'now': '" + DUE_AT + "'}");
      // Others see a batch shortly before it is on disk; once they see a second one, the first is.
      awaitMoreRecordsThan(awaitMoreRecordsThan(0, api), api);
      for (int i = 0; i < CALLS_INTO_A_BATCH; i++) {
        Pages.total(api, "DescribeInvokerRecords");
      }
      Instant killed = control.now();
      jar.kill();
      return killed;
    }
  }

  private static long awaitMoreRecordsThan(long count, Api api) {
    return await()
        .atMost(TIMEOUT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Pages.total(api, "DescribeInvokerRecords"), total -> total > count);
  }

  /** The rest is overdue and fires from the start on, so this may hit anywhere in a batch. */
  private void killAgainAmidTheRest() {
    try (RunningJar jar = RunningJar.in(directory).ready()) {
      jar.kill();
    }
  }

  /** To create them by requests would take longer than all else. */
  private String fixtures() {
    String body = Requests.once(DUE_AT).substring(1);
    return created.stream()
        .map(id -> "  - {InvokerId: " + id + ", " + body.replace("\n", ""))
        .collect(Collectors.joining("\n", "invokers:\n", "\n"));
  }

  private Path write(String text) {
    try {
      return Files.writeString(directory.resolve("fixtures.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> awaitRecords(Api api) {
    await().atMost(TIMEOUT).until(() -> Pages.total(api, "DescribeInvokerRecords") >= INVOKERS);
    return await()
        .atMost(TIMEOUT)
        .until(
            () -> Pages.all(api, "DescribeInvokerRecords", "InvokerRecordSet"),
            records -> Pages.texts(records, "Result").stream().allMatch("SUCCESS"::equals));
  }

  private static void checkInvocations(Api api, List<String> recorded) {
    List<JsonNode> invocations = Pages.all(api, "DescribeInvocations", "InvocationSet");
    assertThat(invocations).hasSize(INVOKERS);
    assertThat(missing(recorded, Pages.texts(invocations, "InvocationId"))).isEmpty();
    assertThat(Pages.texts(invocations, "InvocationStatus")).containsOnly("SUCCESS");
    assertThat(Pages.total(api, "DescribeInvocationTasks")).isEqualTo(INVOKERS);
  }

  /** What is not there; an assertion on the lists would print them all. */
  private static Set<String> missing(Collection<String> wanted, Collection<String> found) {
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(new HashSet<>(found));
    return missing;
  }

  private static boolean firedBefore(JsonNode record, Instant instant) {
    return Instant.parse(record.path("InvokeTime").asString()).isBefore(instant);
  }
}
