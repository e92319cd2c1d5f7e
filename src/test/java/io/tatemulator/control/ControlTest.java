package io.tatemulator.control;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MovableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that steers an emulator of its own, whose folder outlives a restart. */
abstract class ControlTest {
  protected InProcess emulator;
  protected Api api;
  protected Control control;

  @TempDir private Path folder;

  /** The settings that each test begins with. */
  protected String[] settings() {
    return new String[0];
  }

  @BeforeEach
  final void startFirst() {
    start(settings());
  }

  @AfterEach
  final void stopLast() {
    emulator.close();
  }

  /** Ends the emulator and starts another one over its folder. */
  protected final void restart(String... settings) {
    emulator.close();
    start(settings);
  }

  private void start(String... settings) {
    emulator = new InProcess(folder, new MovableClock(), settings);
    api = emulator.api();
    control = new Control(emulator.port());
  }
}
