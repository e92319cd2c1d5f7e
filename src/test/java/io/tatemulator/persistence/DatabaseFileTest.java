package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.OnlyOnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The file that holds the state. */
@OnlyOnH2
class DatabaseFileTest {
  private static final int MEGABYTE = 1 << 20;

  private static final int MAX_COMMITS = 5_000;

  @TempDir private Path folder;

  @Test
  void shrinksWhenTheEmulatorIsStopped() throws IOException {
    Path file = folder.resolve("tat.mv.db");
    try (InProcess emulator = new InProcess(folder, new MutableClock())) {
      JdbcTemplate jdbc = emulator.part(JdbcTemplate.class);
      // Each commit adds to the file, and for a while nothing that it replaces is overwritten.
      for (int i = 0; i < MAX_COMMITS && Files.size(file) < 6 * MEGABYTE; i++) {
        jdbc.update("update tenant set last_event_at = last_event_at + 1");
        jdbc.update("update command set version = version + 1");
      }
    }
    assertThat(Files.size(file)).isLessThan(MEGABYTE);
  }
}
