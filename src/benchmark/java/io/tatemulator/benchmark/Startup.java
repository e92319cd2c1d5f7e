package io.tatemulator.benchmark;

/** How long the server takes to be ready, on each JDK that is there. */
final class Startup implements Benchmark {
  @Override
  public String name() {
    return "startup";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    for (Jdk jdk : Jdk.installed()) {
      Launch launch = Launch.jar(settings).on(jdk);
      // So that the first measured start does not pay for reading the files from the disk.
      start(launch, new Sheet("warm-up"), jdk);
      for (int round = 1; round <= settings.rounds(); round++) {
        sheet.say("JDK " + jdk.version() + ", round " + round);
        start(launch, sheet, jdk);
      }
    }
  }

  private static void start(Launch launch, Sheet sheet, Jdk jdk) throws Exception {
    try (TempFolder folder = TempFolder.create()) {
      for (String state : new String[] {"empty", "existing"}) {
        try (Server server = Server.start(launch, folder)) {
          String label = "JDK " + jdk.feature() + ", " + state + " data folder: ";
          sheet.add(label + "ready after", "s", server.secondsToReady());
          sheet.add(label + "resident", "MiB", server.residentMebibytes());
        }
      }
    }
  }
}
