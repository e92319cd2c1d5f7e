package io.tatemulator.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.OwnOutputExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.JsonNode;

/**
 * Many callers who start, cancel and look at the same invocations as their tasks begin and end;
 * {@code -Dtraffic.calls} says how many calls each makes.
 */
@ExtendWith(OwnOutputExtension.class)
class RandomTrafficTest {
  private static final int CALLERS = 50;
  private static final int CALLS = Integer.getInteger("traffic.calls", 100);
  private static final Duration PROMPTLY = Duration.ofSeconds(15);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int PAGE = 100;

  /** An invocation that a client has started. */
  private record Started(String id, List<String> instances) {}

  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<Integer, Started> recent = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final AtomicLong started = new AtomicLong();
  private final AtomicLong slowest = new AtomicLong();

  @TempDir private Path directory;

  @Test
  void allTasksEndAndAllRowsAreConsistent(CapturedOutput output) {
    try (RunningEmulator emulator =
        TatEmulator.start(
            "tat.storage=file",
            "tat.data-dir=" + directory,
            "tat.execution.simulated.duration=200ms")) {
      Api api = new Api(emulator.port(), "AKIDOFNOBODY");
      commands.add("cmd-m7uma92n");
      try (ConcurrentCallers callers = new ConcurrentCallers(CALLERS, i -> () -> traffic(api, i))) {
        callers.join();
      }

      assertThat(refusals).isEmpty();
      assertThat(started.get()).isGreaterThan(CALLERS);
      assertThat(Duration.ofNanos(slowest.get())).isLessThan(PROMPTLY);
      await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1)).until(() -> allEnded(api));
      assertConsistent(all(api));
      // A thread that handles requests logs the SecretId once.
      assertThat(output).contains("AKIDOFNOBODY").doesNotContain("ERROR");
    }
  }

  private Void traffic(Api api, int caller) {
    Random random = new Random(caller);
    for (int i = 0; i < CALLS; i++) {
      switch (random.nextInt(6)) {
        case 0 -> run(api, random);
        case 1 -> invoke(api, random);
        case 2 -> cancel(api, random, true);
        case 3 -> cancel(api, random, false);
        case 4 -> call(api, "DescribeInvocations", Body.of("{'Limit': 10}"));
        default -> call(api, "DescribeInvocationTasks", Body.of("{'Limit': 10}"));
      }
    }
    return null;
  }

  private void run(Api api, Random random) {
    List<String> instances = instances(random);
    boolean save = commands.size() < 50 && random.nextBoolean();
    Body body =
        Body.run(instances.toArray(String[]::new)).with("SaveCommand", save).without("CommandName");
    Answer answer = call(api, "RunCommand", body);
    if (save && answer.code().isEmpty()) {
      commands.add(answer.text("CommandId"));
    }
    note(random, answer, instances);
  }

  private void invoke(Api api, Random random) {
    List<String> instances = instances(random);
    String command = commands.get(random.nextInt(commands.size()));
    Body body = Body.invoke(command, instances.toArray(String[]::new));
    note(random, call(api, "InvokeCommand", body), instances);
  }

  private void note(Random random, Answer answer, List<String> instances) {
    if (answer.code().isEmpty()) {
      started.incrementAndGet();
      recent.put(random.nextInt(CALLERS), new Started(answer.text("InvocationId"), instances));
    }
  }

  private void cancel(Api api, Random random, boolean everywhere) {
    Started one = recent.get(random.nextInt(CALLERS));
    if (one != null) {
      int first = random.nextInt(one.instances().size());
      List<String> some = one.instances().subList(first, one.instances().size());
      call(
          api,
          "CancelInvocation",
          Body.of("{}")
              .with("InvocationId", one.id())
              .with("InstanceIds", everywhere ? List.of() : some));
    }
  }

  private Answer call(Api api, String action, Body body) {
    long before = System.nanoTime();
    Answer answer = api.call(action, body);
    slowest.accumulateAndGet(System.nanoTime() - before, Math::max);
    if (!answer.code().isEmpty()) {
      refusals.putIfAbsent(action + " " + answer.code(), answer.body());
    }
    return answer;
  }

  private static List<String> instances(Random random) {
    int first = random.nextInt(20);
    return IntStream.rangeClosed(first, first + random.nextInt(5))
        .mapToObj(i -> "ins-" + (10_000_000 + i))
        .toList();
  }

  private static List<JsonNode> all(Api api) {
    List<JsonNode> all = new ArrayList<>();
    List<JsonNode> page;
    do {
      Body body = Body.of("{}").with("Limit", PAGE).with("Offset", all.size());
      page = api.ok("DescribeInvocations", body).list("InvocationSet");
      all.addAll(page);
    } while (!page.isEmpty());
    return all;
  }

  private static InvocationStatus status(JsonNode invocation) {
    return InvocationStatus.valueOf(invocation.path("InvocationStatus").asString());
  }

  private static List<TaskStatus> tasks(JsonNode invocation) {
    return StreamSupport.stream(invocation.path("InvocationTaskBasicInfoSet").spliterator(), false)
        .map(task -> TaskStatus.valueOf(task.path("TaskStatus").asString()))
        .toList();
  }

  private static boolean allEnded(Api api) {
    return all(api).stream().flatMap(one -> tasks(one).stream()).allMatch(TaskStatus::isTerminal);
  }

  private void assertConsistent(List<JsonNode> invocations) {
    assertThat(invocations).hasSize(Math.toIntExact(started.get()));
    assertThat(invocations)
        .allSatisfy(one -> assertThat(status(one)).isEqualTo(InvocationStatus.of(tasks(one))));
    assertThat(invocations.stream().flatMap(one -> tasks(one).stream()).distinct())
        .as("statuses that the traffic led to")
        .contains(TaskStatus.SUCCESS, TaskStatus.TERMINATED);
  }
}
