package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tatemulator.testing.OnlyOnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;

/** Scripts of another user than the one who runs the emulator. */
@EnabledOnOs(OS.LINUX)
class OtherUsersTest extends ProcessTest {
  private static final String OTHER_USER = "nobody";

  @Override
  protected String[] settings() {
    return new String[] {"--tat.execution.mode=process", "--tat.storage=memory"};
  }

  @BeforeEach
  void open() throws IOException {
    assumeTrue(HostUser.find(OTHER_USER).isPresent(), "there is no such user here");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean isRoot() {
    return HostUser.own().uid().equals("0");
  }

  private JsonNode runOther(String script, Path folder) {
    return run(
        script(script).with("Username", OTHER_USER).with("WorkingDirectory", folder.toString()));
  }

  @OnlyOnH2
  @Test
  void rootRunsThemAsThatUser() throws IOException {
    assumeTrue(isRoot(), "only root may");

    JsonNode task = runOther("whoami; id -G; echo $HOME; ls -l \"$0\" | cut -c1-10", directory);

    assertEnd(task, "SUCCESS", 0);
    HostUser user = HostUser.find(OTHER_USER).orElseThrow();
    assertThat(text(task).lines())
        .containsExactly(OTHER_USER, user.gid(), user.home(), "-rw-------");
  }

  @Test
  void rootDoesNotEnterAFolderThatIsClosedToThem() throws IOException {
    assumeTrue(isRoot(), "only root may");
    Path closed = Files.createDirectory(directory.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    Path file = Files.createFile(directory.resolve("file"));

    assertNotStarted(runOther("true", closed), "TaskSpawnFailed: Permission denied (os error 13)");
    assertNotStarted(runOther("true", file), "TaskSpawnFailed: Not a directory (os error 20)");
  }

  @Test
  void nobodyElseMay() {
    assumeTrue(!isRoot(), "root may");

    assertNotStarted(
        runOther("true", directory), "TaskSpawnFailed: Operation not permitted (os error 1)");
  }
}
