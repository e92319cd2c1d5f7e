package io.tatemulator.testing;

import java.util.List;

/** A test of an emulator whose tasks run for an hour, so that it can look at them meanwhile. */
public abstract class SlowTasksTest extends AcceptanceTest {
  @Override
  protected List<String> settings() {
    return List.of("--tat.execution.simulated.duration=1h");
  }
}
