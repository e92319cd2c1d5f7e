package io.tatemulator.jar.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.jar.kills.Progress.Moment;
import io.tatemulator.jar.kills.Traffic.Fault;
import io.tatemulator.jar.kills.Traffic.Kill;
import io.tatemulator.testing.RestartablePostgres;
import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Two nodes on one database, of which one is killed or stopped, or whose server restarts. */
public final class NodeRounds implements AutoCloseable {
  private enum Event {
    KILL,
    STOP,
    SERVER_RESTART
  }

  private record Round(Event event, Moment moment) {}

  /** The order is such that a few rounds have the most different ones. */
  private static final List<Round> ROUNDS =
      List.of(
          new Round(Event.KILL, Moment.MOVE),
          new Round(Event.STOP, Moment.MOVE),
          new Round(Event.SERVER_RESTART, Moment.REQUEST),
          new Round(Event.KILL, Moment.LOAD),
          new Round(Event.KILL, Moment.RESET),
          new Round(Event.STOP, Moment.REQUEST),
          new Round(Event.KILL, Moment.REQUEST),
          new Round(Event.SERVER_RESTART, Moment.MOVE),
          new Round(Event.STOP, Moment.LOAD),
          new Round(Event.KILL, Moment.TENANT_RESET),
          new Round(Event.SERVER_RESTART, Moment.LOAD),
          new Round(Event.STOP, Moment.RESET),
          new Round(Event.KILL, Moment.SAVE));

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final long seed;
  private final Duration stop;
  private final Random random;
  private final AcknowledgedState state = new AcknowledgedState();
  private final RestartablePostgres database;
  private final List<Supplier<RunningJar>> launches = new ArrayList<>();
  private final List<RunningJar> jars = new ArrayList<>();

  /**
   * Starts the database and its nodes.
   *
   * @param seed decides the requests and the moments; the threads decide their order
   * @param stop the least time for which a node is stopped
   */
  public NodeRounds(Path directory, long seed, Duration stop) throws IOException {
    this.seed = seed;
    this.stop = stop;
    random = new Random(seed);
    database = new RestartablePostgres(directory);
    for (String name : List.of("one", "two")) {
      RunningJar.Launch launch =
          database
              .usedBy(RunningJar.in(Files.createDirectory(directory.resolve(name))))
              .with("tat.cluster.enabled", "true")
              .with("tat.cluster.node", name)
              .with("tat.execution.simulated.duration", TaskCheck.DURATION.toString())
              .with("tat.retention", String.valueOf(KillRounds.RETENTION));
      launches.add(launch::ready);
      jars.add(launch.ready());
    }
  }

  /** Compares both nodes with the model after each event. */
  public void run(int rounds) throws Exception {
    try {
      for (int i = 0; i < rounds; i++) {
        run(i, ROUNDS.get(i % ROUNDS.size()));
      }
      check(rounds, Server.of(jars.get(0)), "at the end");
      new RestartCheck(state, Server.of(jars.get(1)), KillRounds.RETENTION).moveBeyondAllTasks();
      check(rounds, Server.of(jars.get(0)), "after time has passed");
    } catch (Exception | Error e) {
      jars.forEach(jar -> e.addSuppressed(new IllegalStateException(jar.output())));
      throw e;
    }
  }

  private void run(int number, Round round) throws Exception {
    int chosen = random.nextInt(jars.size());
    Server hit = Server.of(jars.get(chosen));
    Server other = Server.of(jars.get(1 - chosen));
    check(number, hit, "before the next one");
    Kill kill = Kill.at(round.moment(), random);
    System.out.println(
        "round " + number + ": " + round.event() + " of node " + chosen + ", " + kill);

    new Traffic(state, List.of(hit, other), fault(round.event(), hit, other), kill, random).run();

    long start = System.nanoTime();
    check(number, other, "after the event");
    System.out.println(
        "checked in " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    if (round.event() == Event.KILL) {
      hit.jar().close();
      jars.set(chosen, launches.get(chosen).get());
    }
    checkAlike(number);
  }

  private Fault fault(Event event, Server hit, Server other) {
    return switch (event) {
      case KILL -> hit.jar()::kill;
      case STOP -> () -> stop(hit, other);
      case SERVER_RESTART ->
          () -> {
            database.endAtOnce();
            database.start();
            awaitReady(hit);
            awaitReady(other);
          };
    };
  }

  private void stop(Server hit, Server other) throws Exception {
    long start = System.nanoTime();
    signal("STOP", hit);
    try {
      await().atMost(TIMEOUT).until(() -> movesTheClock(other));
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      System.out.println("the other node moved the clock after " + millis + " ms");
      await().atMost(TIMEOUT.plus(stop)).until(() -> System.nanoTime() - start > stop.toNanos());
    } finally {
      signal("CONT", hit);
    }
    awaitReady(hit);
  }

  private static void signal(String name, Server node) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(node.jar().pid())).start().waitFor();
    assertThat(exit).isZero();
  }

  /** It is ready a moment before it has noticed the loss of its connections. */
  private static void awaitReady(Server node) {
    await().atMost(TIMEOUT).until(() -> isReady(node) && movesTheClock(node));
  }

  private static boolean isReady(Server node) {
    return node.control().call("GET", "ready", "").status() == 200;
  }

  /** For which all nodes have to pause. */
  private static boolean movesTheClock(Server node) {
    return node.control().call("POST", "clock/advance", "{'by': 'PT0S'}").status() == 200;
  }

  private void check(int round, Server server, String when) {
    new RestartCheck(state, server, KillRounds.RETENTION)
        .require("seed %s, round %s, %s".formatted(seed, round, when));
  }

  private void checkAlike(int round) {
    for (String region : EmulatorModel.REGIONS) {
      await("seed %s, round %s, %s".formatted(seed, round, region))
          .atMost(TIMEOUT)
          .untilAsserted(
              () ->
                  assertThat(Observed.of(Server.of(jars.get(1)).api(region)))
                      .isEqualTo(Observed.of(Server.of(jars.get(0)).api(region))));
    }
  }

  @Override
  public void close() throws IOException {
    jars.forEach(RunningJar::close);
    database.close();
  }
}
