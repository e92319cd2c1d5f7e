package io.tatemulator.jar.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.jar.kills.Traffic.Kill;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Kills an emulator again and again, over one data folder. */
public final class Rounds {
  /** How long ended invocations are kept; null for ever. */
  private static final @Nullable Duration RETENTION = null;

  private static final int MOST_PROBLEMS = 20;

  private final long seed;
  private final RunningJar.Launch launch;
  private final Random random;
  private final State state = new State();

  /** Rounds that follow from a seed, as far as threads allow. */
  public Rounds(Path directory, long seed) {
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
   * Kills it some number of times; fails when anything is wrong after a restart.
   *
   * @return how many times, fewer if they have taken too long
   */
  public int run(int kills, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    int round = 0;
    while (round < kills && System.nanoTime() < end) {
      round++;
      Kill kill = Kill.random(random);
      long t0 = System.nanoTime();
      try (RunningJar jar = launch.ready()) {
        Server server = Server.of(jar);
        long t1 = System.nanoTime();
        check(round, server, "start");
        long t2 = System.nanoTime();
        System.out.println(
            "start "
                + (t1 - t0) / 1000000
                + " check "
                + (t2 - t1) / 1000000
                + " size "
                + World.REGIONS.stream()
                    .map(r -> state.world().tenant(r).size(state.world().reached()))
                    .toList());
        new Traffic(state, server, kill, random).run();
      }
      System.out.println(
          "" + (System.nanoTime() - t0) / 1000000 + " killed for the " + round + ". time: " + kill);
    }
    finish(round);
    return round;
  }

  private void finish(int round) {
    try (RunningJar jar = launch.ready()) {
      Server server = Server.of(jar);
      check(round, server, "the last start");
      // Time enough for all that has begun; what fires on the way is not past its own.
      Duration by = TaskCheck.DURATION.multipliedBy(2);
      state.world().stands(state.world().reached().plus(by));
      server.control().advance(by);
      check(round, server, "after time has passed");
    }
  }

  private void check(int round, Server server, String when) {
    List<String> problems = new RestartCheck(state, server, RETENTION).problems();
    assertThat(problems.stream().limit(MOST_PROBLEMS).toList())
        .as("seed %s, after %s kills, %s, %s problems", seed, round, when, problems.size())
        .isEmpty();
  }
}
