package io.tatemulator.jar;

import io.tatemulator.jar.kills.NodeRounds;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills and stops nodes of one database amid mixed traffic, and restarts its server. After each,
 * every acknowledged write is there, each due instant has exactly one record, and both nodes list
 * the same. {@code -Dnodes.rounds} sets the number of events, {@code -Dnodes.seed} their moments
 * and {@code -Dnodes.stop} the least seconds of a stop.
 */
@DisabledOnOs(OS.WINDOWS)
class NodeFaultsIT {
  private static final int ROUNDS = Integer.getInteger("nodes.rounds", 3);
  private static final long SEED = Long.getLong("nodes.seed", 1);
  private static final Duration STOP = Duration.ofSeconds(Integer.getInteger("nodes.stop", 0));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void theOtherNodeGoesOnWithEverythingAcknowledged() throws Exception {
    System.out.println("nodes.seed=" + SEED + " nodes.rounds=" + ROUNDS);

    try (NodeRounds rounds = new NodeRounds(directory, SEED, STOP)) {
      rounds.run(ROUNDS);
    }
  }
}
