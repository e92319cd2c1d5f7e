package io.tatemulator.testing;

/** A test of an emulator whose tasks run for an hour, so that it can look at them meanwhile. */
public abstract class SlowTasksTest extends AcceptanceTest {
  protected SlowTasksTest() {
    super("--tat.execution.simulated.duration=1h");
  }
}
