package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.Progress.Moment;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
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

/** The traffic of one round, until the emulator or one of its nodes is killed. */
final class Traffic {
  /** What happens to the emulator, or to one of its nodes, amid the traffic. */
  interface Fault {
    /** Returns when it has passed; requests in flight may have failed. */
    void strike() throws Exception;
  }

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
      return switch (random.nextInt(5)) {
        case 0, 1 -> at(Moment.REQUEST, random);
        case 2 -> at(Moment.MOVE, random);
        default -> at(WHOLE.get(random.nextInt(WHOLE.size())), random);
      };
    }

    static Kill at(Moment moment, Random random) {
      long nanos = TimeUnit.MICROSECONDS.toNanos(random.nextInt(30_000));
      return switch (moment) {
        case REQUEST -> new Kill(moment, 20 + random.nextInt(100), Duration.ofNanos(nanos));
        case MOVE -> new Kill(moment, 1 + random.nextInt(4), Duration.ofNanos(nanos * 3));
        default -> new Kill(moment, 1, Duration.ofNanos(nanos));
      };
    }
  }

  private final AcknowledgedState state;
  private final List<Server> nodes;
  private final Fault fault;
  private final Kill kill;
  private final Random random;
  private final Progress progress = new Progress();

  /**
   * Prepares the traffic of an emulator.
   *
   * @param nodes its nodes, of which the first one is killed
   */
  Traffic(AcknowledgedState state, List<Server> nodes, Fault fault, Kill kill, Random random) {
    this.state = state;
    this.nodes = nodes;
    this.fault = fault;
    this.kill = kill;
    this.random = random;
  }

  /** Runs until the fault has passed and all clients have ended. */
  void run() throws Exception {
    List<Callable<?>> clients = new ArrayList<>();
    for (int i = 0; i < EmulatorModel.REGIONS.size(); i++) {
      String region = EmulatorModel.REGIONS.get(i);
      TenantTraffic tenant =
          new TenantTraffic(
              state, region, nodes.get(i % nodes.size()), progress, kill.moment(), fork());
      clients.add(() -> untilKilled(tenant::step));
    }
    Random moves = fork();
    Server mover = nodeFor(Moment.MOVE);
    clients.add(() -> untilKilled(() -> move(mover, moves)));
    SnapshotTraffic whole =
        new SnapshotTraffic(
            state,
            nodeFor(Moment.RESET, Moment.SAVE, Moment.IMPORT, Moment.LOAD),
            progress,
            kill.moment(),
            fork());
    clients.add(() -> untilKilled(whole::step));
    Random reads = fork();
    Server reader = nodeFor();
    clients.add(() -> untilKilled(() -> read(reader, reads)));
    try (ConcurrentCallers crowd = new ConcurrentCallers(clients.size(), clients::get)) {
      progress.await(kill.moment(), kill.number());
      LockSupport.parkNanos(kill.delay().toNanos());
      progress.end();
      fault.strike();
      crowd.join();
    }
  }

  /** Returns the node for a client, which is the killed one if the kill follows its events. */
  private Server nodeFor(Moment... events) {
    boolean hit = List.of(events).contains(kill.moment());
    return nodes.get(hit ? 0 : random.nextInt(nodes.size()));
  }

  private Random fork() {
    return new Random(random.nextLong());
  }

  private Void untilKilled(Step step) throws InterruptedException {
    try {
      while (!progress.isOver()) {
        step.run();
      }
    } catch (UncheckedIOException | Unanswered e) {
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
  private void move(Server server, Random random) {
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
      Reply reply =
          Unanswered.unless(server.control().call("POST", "clock/advance", "{'by': '" + by + "'}"));
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
  private void read(Server server, Random random) throws InterruptedException {
    progress.await(Moment.REQUEST, progress.count() + random.nextInt(20));
    Control control = server.control();
    String region = EmulatorModel.REGIONS.get(random.nextInt(EmulatorModel.REGIONS.size()));
    Api api = server.api(region);
    switch (random.nextInt(7)) {
      case 0 -> read(control, "DELETE", "clock/advance");
      case 1 -> read(api, "DescribeInvocations");
      case 2 -> read(api, "DescribeInvocationTasks");
      case 3 -> read(api, "DescribeInvokerRecords");
      case 4 -> read(api, "DescribeCommands");
      case 5 -> read(control, "GET", "snapshots");
      default -> read(control, "GET", "clock");
    }
  }

  private static void read(Api api, String action) {
    Answer answer = Unanswered.unless(api.call(action, "{'Limit': 50}"));
    if (!answer.code().isEmpty()) {
      throw new AssertionError(action + " was refused: " + answer.body());
    }
  }

  private static void read(Control control, String method, String path) {
    Reply reply = Unanswered.unless(control.call(method, path, ""));
    if (reply.status() != 200) {
      throw new AssertionError(method + " " + path + " was refused: " + reply);
    }
  }
}
