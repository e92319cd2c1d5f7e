package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.jar.kills.KillRounds;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the emulator amid mixed traffic, repeatedly over one data folder. After each restart every
 * acknowledged write is there, and each due instant has exactly one record. {@code -Dkills.count}
 * sets the number of kills, {@code -Dkills.seed} their moments and {@code -Dkills.minutes} a limit.
 */
class KilledAmidTrafficIT {
  private static final int KILLS = Integer.getInteger("kills.count", 3);
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("kills.minutes", 10));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void everythingAcknowledgedIsThereAfterEachKill() throws Exception {
    System.out.println("kills.seed=" + SEED + " kills.count=" + KILLS);

    assertThat(new KillRounds(directory, SEED).run(KILLS, LIMIT))
        .as("kills within %s; -Dkills.minutes allows more time", LIMIT)
        .isEqualTo(KILLS);
  }
}
