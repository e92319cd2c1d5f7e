package io.tatemulator.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How late ten thousand invokers fire that are due in the same second. */
final class Fires implements Benchmark {
  @Override
  public String name() {
    return "fires";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.jar(settings), folder)) {
      FireRounds rounds = new FireRounds(server, sheet);
      for (int round = 0; round <= settings.rounds(); round++) {
        Instant due = rounds.earliest().truncatedTo(ChronoUnit.SECONDS);
        String schedule = Request.once(due);
        rounds.run(round == 0 ? "cold" : "warm", due, index -> schedule);
      }
    }
  }
}
