package io.tatemulator.benchmark;

/** Something that is measured. */
interface Benchmark {
  /** The name by which it is chosen. */
  String name();

  /** Measures. An answer that is not what it should be ends the whole run. */
  void run(Settings settings, Sheet sheet) throws Exception;
}
