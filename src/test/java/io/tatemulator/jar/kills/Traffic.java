package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.Progress.Moment;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Control.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The traffic of one round, until the emulator is killed. */
final class Traffic {
  private interface Step {
    void run() throws InterruptedException;
  }

  /**
   * The moment of a kill.
   *
   * @param moment the event that it follows
   * @param number its ordinal, from 1
   * @param delay the time from that to the kill
   */
  record Kill(Moment moment, int number, Duration delay) {
    private static final List<Moment> WHOLE =
        List.of(Moment.TENANT_RESET, Moment.RESET, Moment.SAVE, Moment.IMPORT, Moment.LOAD);

    static Kill random(Random random) {
      long nanos = TimeUnit.MICROSECONDS.toNanos(random.nextInt(30_000));
      return switch (random.nextInt(5)) {
        case 0, 1 -> new Kill(Moment.REQUEST, 20 + random.nextInt(100), Duration.ofNanos(nanos));
        case 2 -> new Kill(Moment.MOVE, 1 + random.nextInt(4), Duration.ofNanos(nanos * 3));
        default -> new Kill(WHOLE.get(random.nextInt(WHOLE.size())), 1, Duration.ofNanos(nanos));
      };
    }
  }

  private final AcknowledgedState state;
  private final Server server;
  private final Kill kill;
  private final Random random;
  private final Progress progress = new Progress();

  Traffic(AcknowledgedState state, Server server, Kill kill, Random random) {
    this.state = state;
    this.server = server;
    this.kill = kill;
    this.random = random;
  }

  /** Runs until the emulator is killed and all clients have ended. */
  void run() throws InterruptedException {
    List<Callable<?>> clients = new ArrayList<>();
    for (String region : EmulatorModel.REGIONS) {
      TenantTraffic tenant =
          new TenantTraffic(state, region, server, progress, kill.moment(), fork());
      clients.add(() -> untilKilled(tenant::step));
    }
    Random moves = fork();
    clients.add(() -> untilKilled(() -> move(moves)));
    SnapshotTraffic whole = new SnapshotTraffic(state, server, progress, kill.moment(), fork());
    clients.add(() -> untilKilled(whole::step));
    Random reads = fork();
    clients.add(() -> untilKilled(() -> read(reads)));
    try (ConcurrentCallers crowd = new ConcurrentCallers(clients.size(), clients::get)) {
      progress.await(kill.moment(), kill.number());
      LockSupport.parkNanos(kill.delay().toNanos());
      progress.end();
      server.jar().kill();
      crowd.join();
    }
  }

  private Random fork() {
    return new Random(random.nextLong());
  }

  private Void untilKilled(Step step) throws InterruptedException {
    try {
      while (!progress.isOver()) {
        step.run();
      }
    } catch (UncheckedIOException e) {
      if (!progress.isOver()) {
        progress.end();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      progress.end();
      throw e;
    }
    return null;
  }

  /** Moves by whole seconds, since lists show no fractions. */
  private void move(Random random) {
    state.replacementLock.readLock().lock();
    try {
      if (progress.isOver()) {
        return;
      }
      EmulatorModel model = state.model();
      boolean far = random.nextInt(20) == 0;
      Duration by = Duration.ofSeconds(random.nextInt(far ? 4 * 3600 : 600));
      model.clockMovesTo(model.target().plus(by));
      progress.count(Moment.MOVE);
      Reply reply = server.control().call("POST", "clock/advance", "{'by': '" + by + "'}");
      if (reply.status() == 200) {
        model.clockStandsAt(Instant.parse(reply.body().path("now").asString()));
      } else if (reply.error().startsWith("the move was cancelled")) {
        model.clockStandsAt(server.control().now());
      } else {
        throw new AssertionError("the move was refused: " + reply);
      }
    } finally {
      state.replacementLock.readLock().unlock();
    }
  }

  /** Reads, or cancels a move, concurrently with everything else. */
  private void read(Random random) throws InterruptedException {
    progress.await(Moment.REQUEST, progress.count() + random.nextInt(20));
    Control control = server.control();
    String region = EmulatorModel.REGIONS.get(random.nextInt(EmulatorModel.REGIONS.size()));
    switch (random.nextInt(7)) {
      case 0 -> control.ok("DELETE", "clock/advance", "");
      case 1 -> server.api(region).ok("DescribeInvocations", "{'Limit': 50}");
      case 2 -> server.api(region).ok("DescribeInvocationTasks", "{'Limit': 50}");
      case 3 -> server.api(region).ok("DescribeInvokerRecords", "{'Limit': 50}");
      case 4 -> server.api(region).ok("DescribeCommands", "{'Limit': 50}");
      case 5 -> control.ok("GET", "snapshots", "");
      default -> control.ok("GET", "clock", "");
    }
  }
}
