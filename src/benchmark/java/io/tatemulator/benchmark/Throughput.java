package io.tatemulator.benchmark;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How often a server answers.
 *
 * @param connections how many were asked on
 * @param answered how many requests
 * @param seconds how long that took
 * @param cpuSeconds the server's processor time, which other work on the machine disturbs less than
 *     it does the throughput
 */
record Throughput(int connections, int answered, double seconds, double cpuSeconds) {
  /** Asks for a while. */
  static Throughput during(
      Server server, int connections, double seconds, IntFunction<Request> request) {
    double cpuBefore = server.cpuSeconds();
    Load load = Load.during(server.port(), connections, seconds, request);
    double cpuSeconds = server.cpuSeconds() - cpuBefore;
    return new Throughput(connections, load.answered(), load.seconds(), cpuSeconds);
  }

  double perSecond() {
    return answered / seconds;
  }

  double cpuMicros() {
    return cpuSeconds * 1e6 / answered;
  }

  /** The fastest one of several. */
  static Throughput fastest(List<Throughput> several) {
    return Collections.max(several, Comparator.comparingDouble(Throughput::perSecond));
  }

  /** Several on equally many connections, taken together. */
  static Throughput total(List<Throughput> several) {
    return new Throughput(
        several.get(0).connections(),
        several.stream().mapToInt(Throughput::answered).sum(),
        several.stream().mapToDouble(Throughput::seconds).sum(),
        several.stream().mapToDouble(Throughput::cpuSeconds).sum());
  }

  /** Notes it under what was measured. */
  void note(Sheet sheet, String what) {
    sheet.add(what, "1/s", perSecond());
    sheet.add(what + ": processor time of the server", "us/request", cpuMicros());
  }
}
