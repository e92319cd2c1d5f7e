package io.tatemulator.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scripts that a killed emulator leaves running. */
@DisabledOnOs(OS.WINDOWS)
class KilledAmidScriptsIT {
  private static final int RUNNING = 100;
  private static final String CONTAINER = "ins-00000099";
  private static final String LATER = "ins-later000";
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @TempDir private Path data;
  @TempDir private Path pids;

  @Test
  void noneRunsOnAndNoneRunsTwice() throws IOException {
    try (RunningJar jar = start()) {
      Control control = new Control(jar.port());
      control.ok(
          "PUT",
          "instances/" + CONTAINER,
          "{'executor': 'process', 'exec': ['env', 'ELSEWHERE=yes']}");
      run(jar.api(), IntStream.range(0, RUNNING).mapToObj("ins-%08d"::formatted).toList());
      await().atMost(TIMEOUT).until(() -> pids().size() == RUNNING);
      run(jar.api(), List.of(LATER));
      await().until(() -> statuses(jar.api()).contains("DELIVERING"));
      jar.kill();
    }
    List<Long> first = pids();
    assertThat(first).allMatch(KilledAmidScriptsIT::isAlive);

    try (RunningJar again = start()) {
      await().atMost(TIMEOUT).until(() -> first.stream().noneMatch(KilledAmidScriptsIT::isAlive));
      await()
          .atMost(TIMEOUT)
          .until(() -> lost(again.api()) == RUNNING && pids().size() == RUNNING + 1);

      assertThat(again.output()).contains("killed " + RUNNING + " scripts");
      List<Long> second = pids();
      assertThat(second).doesNotHaveDuplicates().containsAll(first);
      assertThat(again.stop()).isEqualTo(143);
      await().until(() -> second.stream().noneMatch(KilledAmidScriptsIT::isAlive));
    }
    assertThat(data.resolve("tat-data/scripts")).isEmptyDirectory();
  }

  @Test
  void noneIsLeftByAStopAmidStarts() throws IOException {
    try (RunningJar jar = start()) {
      run(jar.api(), IntStream.range(0, RUNNING).mapToObj("ins-%08d"::formatted).toList());
      await().until(() -> !pids().isEmpty());

      assertThat(jar.stop()).isEqualTo(143);
    }
    List<Long> started = pids();
    await().until(() -> started.stream().noneMatch(KilledAmidScriptsIT::isAlive));
    assertThat(data.resolve("tat-data/scripts")).isEmptyDirectory();
    assertThat(pids()).hasSameSizeAs(started);
  }

  private RunningJar start() {
    return RunningJar.in(data)
        // Without a profile of the user who runs the test, which could take long.
        .jvmOptions("-Duser.home=" + pids)
        .with("tat.execution.mode", "process")
        .with("tat.execution.max-concurrent", Integer.toString(RUNNING))
        .ready();
  }

  private void run(Api api, List<String> instances) {
    // The script replaces itself, so that its arguments no longer name its file.
    String script = "echo $$ >> \"$(mktemp " + pids + "/XXXXXXXX)\"; exec sleep 300";
    api.ok(
        "RunCommand",
        Body.run(instances.toArray(String[]::new))
            .with("Content", Base64.getEncoder().encodeToString(script.getBytes(UTF_8)))
            .with("Username", System.getProperty("user.name"))
            .with("WorkingDirectory", "/tmp")
            .with("Timeout", 600));
  }

  /** The processes of all scripts that have ever started. */
  private List<Long> pids() throws IOException {
    try (Stream<Path> files = Files.list(pids)) {
      return files.flatMap(KilledAmidScriptsIT::lines).map(Long::parseLong).toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long lost(Api api) {
    return statuses(api).stream().filter("TASK_TIMEOUT"::equals).count();
  }

  private static List<String> statuses(Api api) {
    List<JsonNode> tasks = Pages.all(api, "DescribeInvocationTasks", "InvocationTaskSet");
    return Pages.texts(tasks, "TaskStatus");
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
