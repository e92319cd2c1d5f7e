package io.tatemulator.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long the same pages take on a server with little in it and on one with much. */
final class Pages {
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int LIMIT = 20;
  private static final int WARM_UP = 2_000;
  private static final int SAMPLES = 1_000;

  /** So that whatever else the machine does meets both servers alike. */
  private static final int BLOCK = 50;

  private static final int DEEP_SAMPLES = 5;

  /** A server and what its archive holds. */
  private record Side(Server server, Archive archive) {}

  private Pages() {}

  /** Notes, for each question, both times and their ratio. */
  static void compare(Settings settings, Sheet sheet, List<PageQuestion> questions)
      throws Exception {
    Launch launch = Launch.jar(settings);
    try (TempFolder fewFolder = TempFolder.create();
        TempFolder manyFolder = TempFolder.create()) {
      Archive few = filled(launch, fewFolder, FEW, sheet);
      Archive many = filled(launch, manyFolder, MANY, sheet);
      try (Server fewServer = Server.start(launch, fewFolder);
          Server manyServer = Server.start(launch, manyFolder)) {
        measure(settings, sheet, new Side(fewServer, few), new Side(manyServer, many), questions);
      }
    }
  }

  private static Archive filled(Launch launch, TempFolder folder, int records, Sheet sheet)
      throws Exception {
    sheet.say("writing " + records + " records");
    Server.runOnce(launch, folder);
    return Archive.fill(folder, records);
  }

  private static void measure(
      Settings settings, Sheet sheet, Side few, Side many, List<PageQuestion> questions)
      throws IOException {
    for (PageQuestion question : questions) {
      compare(few, many, question, WARM_UP);
    }
    for (int round = 1; round <= settings.rounds(); round++) {
      sheet.say("round " + round);
      for (PageQuestion question : questions) {
        String what = question.label();
        double[] millis = compare(few, many, question, SAMPLES);
        sheet.add(what + ": page among 1,000", "ms", millis[0]);
        sheet.add(what + ": page among 1,000,000", "ms", millis[1]);
        sheet.add(what + ": 1,000,000 / 1,000", "ratio", millis[1] / millis[0]);
        if (question.total(many.archive()) > 2 * LIMIT) {
          sheet.add(what + ": page half-way into 1,000,000", "ms", deep(many, question));
        }
      }
    }
  }

  /** The median times of a first page on both sides. */
  private static double[] compare(Side few, Side many, PageQuestion question, int samples)
      throws IOException {
    List<Double> fewMillis = new ArrayList<>();
    List<Double> manyMillis = new ArrayList<>();
    while (fewMillis.size() < samples) {
      take(few, question, 0, BLOCK, fewMillis);
      take(many, question, 0, BLOCK, manyMillis);
    }
    return new double[] {Figure.median(fewMillis), Figure.median(manyMillis)};
  }

  private static double deep(Side side, PageQuestion question) throws IOException {
    List<Double> millis = new ArrayList<>();
    take(side, question, question.total(side.archive()) / 2, DEEP_SAMPLES, millis);
    return Figure.median(millis);
  }

  private static void take(
      Side side, PageQuestion question, long offset, int samples, List<Double> millis)
      throws IOException {
    // A connection for each block, since the server closes one that waits for the other side.
    try (Connection connection = new Connection(side.server().port())) {
      for (int i = 0; i < samples; i++) {
        Request request = question.request(side.archive(), offset + i % LIMIT, LIMIT, i);
        long start = System.nanoTime();
        String answer = connection.send(request);
        millis.add((System.nanoTime() - start) / 1e6);
        check(side, question, answer);
      }
    }
  }

  private static void check(Side side, PageQuestion question, String answer) {
    long expected = question.total(side.archive());
    boolean total = answer.contains("\"TotalCount\":" + expected + ",");
    if (!total || answer.split(question.item(), -1).length != Math.min(LIMIT, expected) + 1) {
      throw new BenchmarkFailure("not a page of " + expected + ": " + answer);
    }
  }
}
