package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** The limits of how many scripts run at once. */
@DisabledOnOs(OS.WINDOWS)
class ConcurrentScriptsTest extends ProcessTest {
  private static final int INSTANCES = 100;

  @Override
  protected String[] settings() {
    return new String[] {
      "--tat.execution.mode=process",
      "--tat.execution.max-concurrent=3",
      "--tat.execution.max-concurrent-per-instance=2"
    };
  }

  private static List<String> instances() {
    return IntStream.range(0, INSTANCES).mapToObj("ins-%08d"::formatted).toList();
  }

  @Test
  void noneIsLostAndNoMoreRunThanTheLimitSays() throws IOException {
    Body body =
        script(
                """
                mkdir "running-$$"
                n=$(ls -d running-* 2>/dev/null | wc -l)
                echo $n
                sleep 0.02
                rmdir "running-$$"
                """)
            .with("InstanceIds", instances());

    String invocation = begin(body);
    settle();

    assertThat(invocationStatus(invocation)).isEqualTo("SUCCESS");
    assertThat(
            api.ok("DescribeInvocationTasks", Body.of("{'HideOutput': false, 'Limit': 100}"))
                .list("InvocationTaskSet"))
        .hasSize(INSTANCES)
        .allSatisfy(task -> assertThat(Integer.parseInt(text(task).strip())).isBetween(1, 3));
    try (Stream<?> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theOthersWaitInOrder() {
    String first = begin(script("until [ -e go ]; do sleep 0.02; done"));
    String second = begin(script("until [ -e go ]; do sleep 0.02; done"));
    String third = begin(script("echo third"));
    awaitStatus(first, "RUNNING");
    awaitStatus(second, "RUNNING");
    awaitStatus(third, "DELIVERING");

    JsonNode elsewhere = awaitEnd(begin(script("echo other").with("InstanceIds", List.of(OTHER))));

    assertEnd(elsewhere, "SUCCESS", 0);
    assertThat(status(third)).isEqualTo("DELIVERING");
    assertThat(directory.resolve("go").toFile().mkdir()).isTrue();
    settle();
    assertEnd(task(third), "SUCCESS", 0);
  }

  private JsonNode awaitEnd(String invocation) {
    awaitStatus(invocation, "SUCCESS");
    return task(invocation);
  }

  @Test
  void oneThatWaitsCanBeCancelled() {
    String running = begin(script("sleep 300"));
    String other = begin(script("sleep 300"));
    String waiting = begin(script("touch started"));
    awaitStatus(waiting, "DELIVERING");

    for (String invocation : List.of(waiting, running, other)) {
      api.ok("CancelInvocation", "{'InvocationId': '" + invocation + "'}");
    }
    settle();

    assertThat(status(waiting)).isEqualTo("CANCELLED");
    assertThat(status(running)).isEqualTo("TERMINATED");
    assertThat(directory.resolve("started")).doesNotExist();
  }
}
