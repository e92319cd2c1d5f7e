package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.HostileMix;
import io.tatemulator.benchmark.support.HostileMix.Attempt;
import io.tatemulator.benchmark.support.HostileMix.Ending;
import io.tatemulator.benchmark.support.HostileMix.Kind;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Load;
import io.tatemulator.benchmark.support.Response;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Server.Footprint;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Valid requests, and the server's memory, among invalid and half-sent ones. */
final class Hostile {
  private static final int ROUNDS = 3;
  private static final int CONNECTIONS = 200;
  private static final int SECONDS = 60;

  /** So little that the database's cache is full after the first load. */
  private static final String HEAP = "-Xmx256m";

  /** Longer than the server keeps an idle thread. */
  private static final int QUIET_SECONDS = 75;

  private static final int SHOWN = 300;

  private final HostileMix mix = new HostileMix();
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
  private final Map<Kind, Integer> sent = new EnumMap<>(Kind.class);
  private final List<Double> validMillis = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private double maxErrorMillis;
  private int serverErrors;

  private Hostile() {}

  static void run(Settings settings, Results results) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings, Jdk.running(), HEAP), folder)) {
      // The same load, which fills every cache.
      results.say("warming up");
      load(server);
      Footprint before = footprint(server);
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("round " + round);
        load(server).add(results);
        Footprint after = footprint(server);
        before.addTo(results, "before");
        after.addTo(results, "after");
        results.add("heap after GC: after - before", "MiB", after.heap() - before.heap());
        before = after;
      }
    }
  }

  private static Footprint footprint(Server server) throws Exception {
    TimeUnit.SECONDS.sleep(QUIET_SECONDS);
    return server.footprint();
  }

  private static Hostile load(Server server) throws Exception {
    Hostile load = new Hostile();
    Load.inParallel(CONNECTIONS, () -> load.client(server.port()));
    if (!load.wrong.isEmpty()) {
      throw new IllegalStateException(
          "%d wrong responses, %d of them 5xx; the first: %s\n%s"
              .formatted(load.wrong.size(), load.serverErrors, load.wrong.get(0), server.errors()));
    }
    return load;
  }

  private boolean client(int port) throws IOException {
    try (Connection connection = new Connection(port)) {
      for (Attempt attempt = next(); attempt != null; attempt = next()) {
        run(connection, attempt);
      }
    }
    return true;
  }

  private void run(Connection connection, Attempt attempt) throws IOException {
    long start = System.nanoTime();
    try {
      connection.open();
      connection.socket().setSoTimeout(attempt.timeoutMillis());
      connection.write(attempt.bytes());
      switch (attempt.ending()) {
        case WAIT -> {}
        case HALF_CLOSE -> connection.socket().shutdownOutput();
        case CLOSE -> connection.close();
        case RESET -> {
          connection.socket().setSoLinger(true, 0);
          connection.close();
        }
      }
      if (!connection.socket().isClosed()) {
        answered(attempt, connection.read(), (System.nanoTime() - start) / 1e6);
        if (attempt.kind() == Kind.HALF_SENT) {
          connection.close();
        }
      }
    } catch (SocketTimeoutException e) {
      connection.close();
      if (attempt.kind() != Kind.HALF_SENT || attempt.ending() != Ending.WAIT) {
        wrong(attempt, "no response");
      }
    } catch (IOException e) {
      connection.close();
      if (!attempt.kind().allowsClose()) {
        wrong(attempt, e.toString());
      }
    }
  }

  private synchronized void answered(Attempt attempt, Response response, double millis) {
    if (response.status() >= 500) {
      serverErrors++;
    }
    if (!attempt.kind().allows(response)) {
      wrong(attempt, response.toString());
    }
    if (attempt.kind() == Kind.VALID) {
      validMillis.add(millis);
    } else if (attempt.kind() != Kind.HALF_SENT) {
      maxErrorMillis = Math.max(maxErrorMillis, millis);
    }
  }

  private synchronized void wrong(Attempt attempt, String what) {
    int shown = Math.min(attempt.bytes().length, SHOWN);
    wrong.add(
        "%s %s: %s"
            .formatted(
                attempt.kind(),
                new String(attempt.bytes(), 0, shown, StandardCharsets.ISO_8859_1),
                what));
  }

  private void add(Results results) {
    Collections.sort(validMillis);
    results.add("valid requests", "1/s", validMillis.size() / (double) SECONDS);
    results.add("valid requests: p50", "ms", quantile(0.5));
    results.add("valid requests: p99", "ms", quantile(0.99));
    results.add("valid requests: max", "ms", quantile(1));
    results.add(
        "invalid requests",
        "number",
        count(Kind.INVALID) + count(Kind.TOO_LARGE) + count(Kind.REJECTED));
    results.add("invalid requests: max", "ms", maxErrorMillis);
    results.add("half-sent requests", "number", count(Kind.HALF_SENT));
    results.add("answers with 5xx", "number", serverErrors);
  }

  private int count(Kind kind) {
    return sent.getOrDefault(kind, 0);
  }

  private double quantile(double part) {
    return validMillis.get((int) Math.ceil(part * validMillis.size()) - 1);
  }

  /** The next attempt; null when time is up. */
  private synchronized @Nullable Attempt next() {
    if (System.nanoTime() >= end) {
      return null;
    }
    Attempt attempt = mix.next();
    sent.merge(attempt.kind(), 1, Integer::sum);
    return attempt;
  }
}
