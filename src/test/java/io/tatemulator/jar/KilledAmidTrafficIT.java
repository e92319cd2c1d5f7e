package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.jar.kills.KillRounds;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} amid mixed traffic, again and again over one data folder: all that was
 * acknowledged is there afterwards, and each due instant has exactly one record. {@code
 * -Dkills.count} says how many times, {@code -Dkills.seed} at which moments, and {@code
 * -Dkills.minutes} after which time no other round begins.
 */
class KilledAmidTrafficIT {
  private static final int KILLS = Integer.getInteger("kills.count", 3);
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final Duration LIMIT = Duration.ofMinutes(Integer.getInteger("kills.minutes", 10));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void everythingAcknowledgedIsThereAfterEachKill() throws InterruptedException {
    System.out.println("kills.seed=" + SEED + " kills.count=" + KILLS);

    assertThat(new KillRounds(directory, SEED).run(KILLS, LIMIT)).isPositive();
  }
}
