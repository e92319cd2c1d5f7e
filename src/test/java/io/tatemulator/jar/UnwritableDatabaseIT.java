package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.OnlyOnH2;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.RunningJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the database that cannot grow for a while, as on a full disk. */
class UnwritableDatabaseIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final int MAX_TRIES = 200;

  @TempDir private Path folder;

  /** Sets the size beyond which no file of a process may grow. */
  private static void limitFiles(RunningJar jar, String bytes) throws Exception {
    Process limit =
        new ProcessBuilder("prlimit", "--pid=" + jar.pid(), "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    assertThat(limit.waitFor()).isZero();
  }

  private static boolean canLimitFiles() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "prlimit")));
  }

  private static Answer create(RunningJar jar, String name) {
    return jar.api()
        .call("CreateCommand", Body.command(name).with("Content", "bHNz".repeat(10_000)));
  }

  private static int status(RunningJar jar, String path) {
    return new Control(jar.port()).send("GET", path, "").statusCode();
  }

  /** Creates commands until that fails, and adds the names of those that are acknowledged. */
  private static void createUntilRefused(RunningJar jar, List<String> acknowledged) {
    for (int i = 0; i < MAX_TRIES; i++) {
      String name = "command-" + i;
      Answer answer = create(jar, name);
      if (!answer.code().isEmpty()) {
        assertThat(answer.code()).isEqualTo("InternalError");
        return;
      }
      acknowledged.add(name);
    }
    throw new AssertionError("it can be written to");
  }

  private long databaseSize() throws IOException {
    return Files.size(folder.resolve("tat-data/tat.mv.db"));
  }

  @OnlyOnH2
  @Test
  void isReportedAndUsedAgainOnceItIsWritable() throws Exception {
    assumeTrue(canLimitFiles(), "prlimit is not installed");
    List<String> acknowledged = new ArrayList<>();
    RunningJar.Launch launch = RunningJar.in(folder);
    try (RunningJar jar = launch.ready()) {
      assertThat(status(jar, "/actuator/health")).isEqualTo(200);
      limitFiles(jar, String.valueOf(databaseSize()));

      createUntilRefused(jar, acknowledged);
      await().atMost(TIMEOUT).until(() -> status(jar, "/_tat/ready") == 503);
      assertThat(status(jar, "/actuator/health")).isEqualTo(503);
      assertThat(create(jar, "refused").code()).isEqualTo("InternalError");

      limitFiles(jar, "unlimited");
      await().atMost(TIMEOUT).until(() -> status(jar, "/_tat/ready") == 200);
      assertThat(status(jar, "/actuator/health")).isEqualTo(200);
      assertThat(create(jar, "afterwards").code()).isEmpty();
      acknowledged.add("afterwards");
      assertThat(names(jar)).containsAll(acknowledged);
      jar.kill();
    }
    try (RunningJar again = launch.ready()) {
      assertThat(names(again)).containsAll(acknowledged);
    }
  }

  private static List<String> names(RunningJar jar) {
    return Pages.texts(Pages.all(jar.api(), "DescribeCommands", "CommandSet"), "CommandName");
  }
}
