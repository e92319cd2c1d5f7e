package io.tatemulator.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether a page of records costs more among a million of them than among a thousand. */
final class RecordPages implements Benchmark {
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int LIMIT = 20;
  private static final int WARM_UP = 2_000;
  private static final int SAMPLES = 1_000;

  /** So that whatever else the machine does meets both servers alike. */
  private static final int BLOCK = 50;

  private static final int DEEP_SAMPLES = 5;

  /** A server and what its archive holds. */
  private record Side(Server server, RecordArchive archive, int records) {}

  @Override
  public String name() {
    return "records";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    Launch launch = Launch.jar(settings);
    try (TempFolder fewFolder = TempFolder.create();
        TempFolder manyFolder = TempFolder.create()) {
      RecordArchive few = filled(launch, fewFolder, FEW, sheet);
      RecordArchive many = filled(launch, manyFolder, MANY, sheet);
      try (Server fewServer = Server.start(launch, fewFolder);
          Server manyServer = Server.start(launch, manyFolder)) {
        Side fewSide = new Side(fewServer, few, FEW);
        measure(settings, sheet, fewSide, new Side(manyServer, many, MANY));
      }
    }
  }

  private static RecordArchive filled(Launch launch, TempFolder folder, int records, Sheet sheet)
      throws Exception {
    sheet.say("writing " + records + " records");
    Server.runOnce(launch, folder);
    return RecordArchive.fill(folder, records);
  }

  private static void measure(Settings settings, Sheet sheet, Side few, Side many)
      throws IOException {
    for (int ids : List.of(1, 3, 0)) {
      compare(few, many, ids, WARM_UP);
    }
    for (int round = 1; round <= settings.rounds(); round++) {
      sheet.say("round " + round);
      for (int ids : List.of(1, 3, 0)) {
        String what = ids == 0 ? "no ids" : ids == 1 ? "one id" : "three ids";
        double[] millis = compare(few, many, ids, SAMPLES);
        sheet.add(what + ": page among 1,000", "ms", millis[0]);
        sheet.add(what + ": page among 1,000,000", "ms", millis[1]);
        sheet.add(what + ": 1,000,000 / 1,000", "ratio", millis[1] / millis[0]);
        sheet.add(what + ": page half-way into 1,000,000", "ms", deep(many, ids));
      }
    }
  }

  /** The median times of a first page on both sides. */
  private static double[] compare(Side few, Side many, int ids, int samples) throws IOException {
    List<Double> fewMillis = new ArrayList<>();
    List<Double> manyMillis = new ArrayList<>();
    while (fewMillis.size() < samples) {
      take(few, ids, 0, BLOCK, fewMillis);
      take(many, ids, 0, BLOCK, manyMillis);
    }
    return new double[] {Figure.median(fewMillis), Figure.median(manyMillis)};
  }

  private static double deep(Side side, int ids) throws IOException {
    List<Double> millis = new ArrayList<>();
    take(side, ids, expected(side, ids) / 2, DEEP_SAMPLES, millis);
    return Figure.median(millis);
  }

  private static void take(Side side, int ids, long offset, int samples, List<Double> millis)
      throws IOException {
    // A connection for each block, since the server closes one that waits for the other side.
    try (Connection connection = new Connection(side.server().port())) {
      for (int i = 0; i < samples; i++) {
        Request request = request(side, ids, offset, i);
        long start = System.nanoTime();
        String answer = connection.send(request);
        millis.add((System.nanoTime() - start) / 1e6);
        check(side, ids, answer);
      }
    }
  }

  /**
   * No two in a row ask for the same, since the database would give the last result once more
   * instead of looking for it.
   */
  private static Request request(Side side, int ids, long offset, int turn) {
    List<String> invokerIds = side.archive().invokerIds(turn % RecordArchive.INVOKERS, ids);
    return Request.records(invokerIds, offset + turn % LIMIT, LIMIT);
  }

  private static void check(Side side, int ids, String answer) {
    boolean total = answer.contains("\"TotalCount\":" + expected(side, ids) + ",");
    if (!total || answer.split("InvokeTime", -1).length != LIMIT + 1) {
      throw new BenchmarkFailure("not a page of " + expected(side, ids) + ": " + answer);
    }
  }

  private static long expected(Side side, int ids) {
    return ids == 0 ? side.records() : (long) side.records() / RecordArchive.INVOKERS * ids;
  }
}
