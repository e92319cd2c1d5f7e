package io.tatemulator;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts emulators as {@link TatEmulator} does, with more beans. */
public final class TestStart {
  private TestStart() {}

  /** Starts one, with what an initializer adds. */
  public static ConfigurableApplicationContext run(
      ApplicationContextInitializer<?> more, String... arguments) {
    EmulatorApplication application = new EmulatorApplication();
    application.addInitializers(more);
    return application.run(arguments);
  }
}
