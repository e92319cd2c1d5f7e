package io.tatemulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The emulator's main class, which other programs can also start. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TatEmulator {
  /** Names the emulator's own settings files, since a program that embeds it has others. */
  public static final String CONFIG_NAME = "spring.config.name=" + TatEmulator.CONFIG_FILES;

  static final String CONFIG_FILES = "tat-emulator";

  /** True while this thread starts an emulator, not a program that embeds one. */
  private static final ThreadLocal<Boolean> STARTING = ThreadLocal.withInitial(() -> false);

  /** Starts the emulator; a failed start prints one line and exits with code 1. */
  public static void main(String[] arguments) {
    EmulatorApplication.useGeneratedInThisProcess();
    // Each connection of an agent has three of these buffers, by default of 8 KB.
    System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", "1024");
    try {
      run(new EmulatorApplication(), arguments);
    } catch (SpringApplication.AbandonedRunException e) {
      // Ahead-of-time processing ends a run with this exception once all beans are defined.
      throw e;
    } catch (RuntimeException e) {
      // Spring has already passed the failure to OneLineFailureReporter.
      System.exit(1);
    }
  }

  /**
   * Starts an emulator in this process, on a free port of the loopback interface and with its state
   * in memory unless the settings say otherwise.
   *
   * @param settings more settings, such as {@code tat.fidelity=strict}; the last value applies
   * @throws RuntimeException when it cannot start
   */
  public static RunningEmulator start(String... settings) {
    return start(new EmulatorApplication(), settings);
  }

  /**
   * Starts an emulator as {@link #start} does, but leaves logging as it is. For a program of Spring
   * Boot, which has configured logging for the whole process: the levels of the emulator would
   * replace its own.
   *
   * @param settings more settings, such as {@code tat.fidelity=strict}; the last value applies
   * @throws RuntimeException when it cannot start
   */
  public static RunningEmulator startWithoutLogging(String... settings) {
    EmulatorApplication application = new EmulatorApplication();
    application.leaveLoggingUnchanged();
    return start(application, settings);
  }

  private static RunningEmulator start(EmulatorApplication application, String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server.port", "0");
    all.put("tat.storage", "memory");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      all.put(parts[0], parts.length == 2 ? parts[1] : "true");
    }
    return new RunningEmulator(
        run(
            application,
            all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
  }

  static boolean isStarting() {
    return STARTING.get();
  }

  private static ConfigurableApplicationContext run(
      EmulatorApplication application, String... arguments) {
    STARTING.set(true);
    try {
      return application.run(arguments);
    } finally {
      STARTING.remove();
    }
  }
}
