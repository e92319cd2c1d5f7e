package io.tatemulator.control;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test that steers an emulator of its own, whose folder outlives a restart. The tests of a class
 * share one and reset it, since a start takes a second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
public abstract class ControlTest {
  protected InProcess emulator;
  protected Api api;
  protected Control control;

  /** What the emulator takes for the host's clock. */
  protected final MutableClock hostClock = new MutableClock();

  private static @TempDir Path folder;
  private boolean asAtFirst;

  /** The settings that each test begins with. */
  protected String[] settings() {
    return new String[0];
  }

  /** Beans of the test's own that its emulator has in addition. */
  protected List<Class<?>> parts() {
    return List.of();
  }

  @BeforeEach
  final void startOrReset() {
    if (emulator == null || !asAtFirst) {
      restart();
    }
    control.call("POST", "reset", "");
  }

  @AfterAll
  final void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  /** Ends the emulator and starts another one over its folder, with the same settings. */
  protected final void restart() {
    restart(settings());
  }

  /** The same with other settings, which cost the next test another start. */
  protected final void restart(String... settings) {
    stop();
    asAtFirst = Arrays.equals(settings, settings());
    emulator = new InProcess(folder, hostClock, parts(), settings);
    api = emulator.api();
    control = new Control(emulator.port());
  }
}
