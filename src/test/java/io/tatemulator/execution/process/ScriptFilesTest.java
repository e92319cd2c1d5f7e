package io.tatemulator.execution.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.persistence.OpenDatabase;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScriptFilesTest {
  private static final String NAME = "invt-00000001.sh";
  private static final byte[] CONTENT = "ls".getBytes(UTF_8);

  @TempDir private Path data;
  private ScriptFiles files;

  @BeforeEach
  void createFiles() {
    files = new ScriptFiles(new OpenDatabase("file", data, true));
  }

  @Test
  void keepsAScriptUntilItIsRemoved() throws IOException {
    Path file = files.store(NAME, CONTENT, null);
    assertThat(file).hasBinaryContent(CONTENT);

    files.remove(file);
    assertThat(data.resolve("scripts")).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftOfAScriptWhoseStoringIsInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> files.store(NAME, CONTENT, null))
          .isInstanceOf(ClosedByInterruptException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(data.resolve("scripts")).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nothingIsLeftOfAScriptThatItsUserCannotOwn() {
    assertThatThrownBy(() -> files.store(NAME, CONTENT, "no-such-user"))
        .isInstanceOf(UserPrincipalNotFoundException.class);
    assertThat(data.resolve("scripts")).isEmptyDirectory();
  }
}
