package io.tatemulator.benchmark;

import io.tatemulator.testing.Control;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import tools.jackson.databind.JsonNode;

/** How long it takes to let years pass. */
final class Advances implements Benchmark {
  private static final ZonedDateTime START =
      ZonedDateTime.of(2021, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(8));

  /** One at a time, each with an emulator to itself. */
  private enum Way {
    A_YEAR_HOURLY("a year of an hourly invoker", "0 * * * *", 1, 8_760),
    TEN_YEARS_MONTHLY("ten years of a monthly invoker", "0 3 1 * *", 10, 120);

    private final String label;
    private final String crontab;
    private final int years;
    private final long fires;

    Way(String label, String crontab, int years, long fires) {
      this.label = label;
      this.crontab = crontab;
      this.years = years;
      this.fires = fires;
    }
  }

  @Override
  public String name() {
    return "advance";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    for (Way way : Way.values()) {
      try (TempFolder folder = TempFolder.create();
          Server server = Server.start(Launch.jar(settings), folder)) {
        Control control = new Control(server.port());
        begin(server, control, way);
        sheet.add("cold: " + way.label, "ms", advance(control, way));
        WarmUp.of(server, sheet, turn -> advance(control, way));
        for (int round = 1; round <= settings.rounds(); round++) {
          sheet.add("warm: " + way.label, "ms", advance(control, way));
        }
      }
    }
  }

  private static void begin(Server server, Control control, Way way) throws IOException {
    control.freeze(START.toInstant().toString());
    try (Connection connection = new Connection(server.port())) {
      connection.send(Request.createInvoker("benchmark", Request.recurrence(way.crontab)));
    }
  }

  /** Moves on by the way's time and gives the milliseconds that it took. */
  private static double advance(Control control, Way way) {
    ZonedDateTime to = control.now().atZone(START.getZone()).plusYears(way.years);
    long begun = System.nanoTime();
    JsonNode moved = control.ok("POST", "clock/advance", "{'to': '" + to.toInstant() + "'}");
    double millis = (System.nanoTime() - begun) / 1e6;
    // A leap year has a day more.
    long fired = moved.path("fired").asLong();
    if (fired < way.fires || fired > way.fires + 24) {
      throw new BenchmarkFailure(way.label + " fired " + fired + " times");
    }
    return millis;
  }
}
