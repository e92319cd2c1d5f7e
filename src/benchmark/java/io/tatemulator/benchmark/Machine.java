package io.tatemulator.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Where the figures were taken. */
final class Machine {
  private Machine() {}

  /**
   * One line. The heap is what a JVM without settings takes at most, as do all servers here but
   * those that say otherwise; the load average tells whether the machine was quiet.
   */
  static String line() {
    return String.format(
        Locale.ROOT,
        "machine: %d cores, %s %s, JDK %s (%s), heap at most %d MiB, load average %.2f",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        Runtime.getRuntime().maxMemory() >> 20,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
