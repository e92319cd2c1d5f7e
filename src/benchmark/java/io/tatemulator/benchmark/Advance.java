package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Time that a move of the clock by years takes, right after a start and once the server is warm.
 */
final class Advance {
  private static final int ROUNDS = 3;
  private static final ZonedDateTime START =
      ZonedDateTime.of(2021, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(8));

  /** Each has a server to itself. */
  private enum Move {
    A_YEAR_HOURLY("a year of an hourly invoker", "0 * * * *", 1, 8_760),
    TEN_YEARS_MONTHLY("ten years of a monthly invoker", "0 3 1 * *", 10, 120);

    private final String label;
    private final String crontab;
    private final int years;
    private final long fires;

    Move(String label, String crontab, int years, long fires) {
      this.label = label;
      this.crontab = crontab;
      this.years = years;
      this.fires = fires;
    }
  }

  private Advance() {}

  static void run(Settings settings, Results results) throws Exception {
    int rounds = settings.roundsOr(ROUNDS);
    for (Jdk jdk : Jdk.installed()) {
      for (Launch launch : Launch.shipped(settings, jdk, results)) {
        // Not counted: the launcher may make its archive.
        try (TempFolder folder = TempFolder.create()) {
          Server.start(launch, folder).close();
        }
        for (Move move : Move.values()) {
          for (int round = 1; round <= rounds; round++) {
            cold(launch, move, results);
          }
        }
      }
    }
    for (Move move : Move.values()) {
      warm(Launch.jar(settings, Jdk.running()), move, rounds, results);
    }
  }

  private static void cold(Launch launch, Move move, Results results) throws Exception {
    String label = "JDK " + launch.jdk().feature() + ", " + launch.label();
    results.say(label + ": " + move.label);
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(launch, folder)) {
      prepare(server, move);
      results.add(label + ", cold: " + move.label, "ms", advance(server, move));
    }
  }

  private static void warm(Launch launch, Move move, int rounds, Results results) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(launch, folder)) {
      prepare(server, move);
      server.warmUp(results, turn -> advance(server, move));
      for (int round = 1; round <= rounds; round++) {
        results.add("warm: " + move.label, "ms", advance(server, move));
      }
    }
  }

  private static void prepare(Server server, Move move) throws IOException {
    try (Connection connection = new Connection(server.port())) {
      connection.control(
          "PUT", "clock", "{\"mode\":\"frozen\",\"now\":\"%s\"}".formatted(START.toInstant()));
      connection.send(Request.createInvoker("benchmark", Request.recurrence(move.crontab)));
    }
  }

  /** Moves the clock and returns the milliseconds. */
  private static double advance(Server server, Move move) throws IOException {
    try (Connection connection = new Connection(server.port())) {
      Instant now = Instant.parse(connection.control("GET", "clock", "").path("now").asString());
      Instant to = now.atZone(START.getZone()).plusYears(move.years).toInstant();
      long begun = System.nanoTime();
      long fired =
          connection
              .control("POST", "clock/advance", "{\"to\":\"%s\"}".formatted(to))
              .path("fired")
              .asLong();
      double millis = (System.nanoTime() - begun) / 1e6;
      // A leap year has a day more.
      if (fired < move.fires || fired > move.fires + 24) {
        throw new IllegalStateException(move.label + " fired " + fired + " times");
      }
      return millis;
    }
  }
}
