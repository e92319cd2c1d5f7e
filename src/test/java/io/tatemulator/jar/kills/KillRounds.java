package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.Traffic.Kill;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Kills an emulator again and again, over one data folder. */
public final class KillRounds {
  /** The setting {@code tat.retention}: less than the clock often moves at once. */
  static final @Nullable Duration RETENTION = Duration.ofHours(2);

  private final long seed;
  private final RunningJar.Launch launch;
  private final Random random;
  private final AcknowledgedState state = new AcknowledgedState();

  /** The seed decides the kills and the requests, the threads their order. */
  public KillRounds(Path directory, long seed) {
    this.seed = seed;
    random = new Random(seed);
    launch =
        RunningJar.in(directory)
            .with("tat.execution.simulated.duration", TaskCheck.DURATION.toString());
    if (RETENTION != null) {
      launch.with("tat.retention", RETENTION.toString());
    }
  }

  /**
   * Kills the emulator, and compares it with the model after each restart.
   *
   * @return the number of kills, fewer than asked for when the limit is reached
   */
  public int run(int kills, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    int round = 0;
    while (round < kills && System.nanoTime() < end) {
      Kill kill = Kill.random(random);
      try (RunningJar jar = launch.ready()) {
        Server server = Server.of(jar);
        check(round, server, "a restart");
        new Traffic(state, List.of(server), jar::kill, kill, random).run();
      }
      round++;
      System.out.println("kill " + round + ": " + kill);
    }
    finish(round);
    return round;
  }

  private void finish(int round) {
    try (RunningJar jar = launch.ready()) {
      Server server = Server.of(jar);
      check(round, server, "the last start");
      new RestartCheck(state, server, RETENTION).moveBeyondAllTasks();
      check(round, server, "after time has passed");
    }
  }

  private void check(int round, Server server, String when) {
    new RestartCheck(state, server, RETENTION)
        .require("seed %s, after %s kills, %s".formatted(seed, round, when));
  }
}
