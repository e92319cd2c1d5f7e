package io.tatemulator.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it costs to verify signatures: the same requests, signed with a pair that the server knows,
 * and with one that it does not know, whose signatures it leaves unseen as shipped.
 */
final class Signatures implements Benchmark {
  private static final List<String> ACTIONS = List.of("CreateInvoker", "DoNothing");
  private static final int CONNECTIONS = 32;
  private static final int PAIRS = 6;
  private static final double SECONDS = 4;
  private static final double WARM_UP_SECONDS = 8;

  /** Signed before the clock runs, and then sent in turn. */
  private static final int BATCH = 2_000;

  /** Who signs. Both names are equally long, so that the requests are. */
  private enum Signed {
    VERIFIED("AKIDEMULATOREXAMPLE"),
    UNSEEN("AKIDUNKNOWNTOANYONE");

    private final String secretId;

    Signed(String secretId) {
      this.secretId = secretId;
    }

    Request sign(Request request) {
      return request.signedBy(secretId, "emulator-secret-key");
    }
  }

  @Override
  public String name() {
    return "signatures";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    try (TempFolder folder = TempFolder.create();
        Server server = Server.start(Launch.mainClass(ServerWithDoNothing.class), folder)) {
      proveDifference(server);
      WarmUp.of(server, sheet, turn -> warmUp(server));
      for (int round = 1; round <= settings.rounds(); round++) {
        for (String action : ACTIONS) {
          sheet.say("round " + round + ": " + action);
          measure(server, sheet, action);
        }
      }
    }
  }

  /** That the one signature is looked at, and the other is not. */
  private static void proveDifference(Server server) throws IOException {
    Request request = Request.invokers(1);
    String wrong = "another-secret-key";
    try (Connection connection = new Connection(server.port())) {
      connection.send(request.signedBy(Signed.UNSEEN.secretId, wrong));
      String code = connection.refusal(request.signedBy(Signed.VERIFIED.secretId, wrong));
      if (!code.equals("AuthFailure.SignatureFailure")) {
        throw new BenchmarkFailure("a wrong signature was answered " + code);
      }
    }
  }

  private static void warmUp(Server server) {
    for (String action : ACTIONS) {
      for (Signed signed : Signed.values()) {
        send(server, action, signed, WARM_UP_SECONDS);
      }
    }
  }

  /** Which comes first changes from one pair to the next, since the table grows all the time. */
  private static void measure(Server server, Sheet sheet, String action) {
    List<Throughput> verified = new ArrayList<>();
    List<Throughput> unseen = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      if (pair % 2 == 0) {
        verified.add(send(server, action, Signed.VERIFIED, SECONDS));
      }
      unseen.add(send(server, action, Signed.UNSEEN, SECONDS));
      if (pair % 2 == 1) {
        verified.add(send(server, action, Signed.VERIFIED, SECONDS));
      }
    }
    Throughput with = Throughput.total(verified);
    Throughput without = Throughput.total(unseen);
    with.note(sheet, action + ", verified");
    without.note(sheet, action + ", unseen");
    sheet.add(action + ": unseen / verified", "ratio", without.perSecond() / with.perSecond());
    sheet.add(
        action + ": verified / unseen, processor time",
        "ratio",
        with.cpuMicros() / without.cpuMicros());
  }

  private static Throughput send(Server server, String action, Signed signed, double seconds) {
    List<Request> batch =
        IntStream.range(0, BATCH)
            .mapToObj(i -> Request.createInvoker(action, "benchmark-" + i, Request.NEVER))
            .map(signed::sign)
            .toList();
    return Throughput.during(server, CONNECTIONS, seconds, index -> batch.get(index % BATCH));
  }
}
