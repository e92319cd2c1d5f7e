package io.tatemulator.testing;

import org.springframework.test.context.TestPropertySource;

/** A test of an emulator whose tasks run for an hour, so that it can look at them meanwhile. */
@TestPropertySource(properties = "tat.execution.simulated.duration=1h")
public abstract class SlowTasksTest extends AcceptanceTest {}
