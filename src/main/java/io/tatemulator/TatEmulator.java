package io.tatemulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The emulator's main class, which other programs may start too. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TatEmulator {
  /** The files of settings have a name of their own, since a program that embeds us has its own. */
  public static final String CONFIG_NAME = "spring.config.name=" + TatEmulator.CONFIG_FILES;

  static final String CONFIG_FILES = "tat-emulator";

  /** Whether this thread starts an emulator, and not a program that embeds one starts itself. */
  private static final ThreadLocal<Boolean> STARTING = ThreadLocal.withInitial(() -> false);

  /** Starts the emulator; a failed start ends in one line and exit code 1. */
  public static void main(String[] arguments) {
    EmulatorApplication.useGeneratedInThisProcess();
    try {
      run(arguments);
    } catch (SpringApplication.AbandonedRunException e) {
      // Ahead-of-time processing ends a run like this once all beans are described.
      throw e;
    } catch (RuntimeException e) {
      // Spring has handed the failure to OneLineFailureReporter already.
      System.exit(1);
    }
  }

  /**
   * Starts an emulator in this process, on a free port of the loopback interface and with its state
   * in memory unless the settings say otherwise.
   *
   * @param settings more settings, each as {@code tat.fidelity=strict}; the last one counts
   * @throws RuntimeException when it cannot start
   */
  public static RunningEmulator start(String... settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("server.port", "0");
    all.put("tat.storage", "memory");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      all.put(parts[0], parts.length == 2 ? parts[1] : "true");
    }
    return new RunningEmulator(
        run(
            all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
  }

  static boolean isStarting() {
    return STARTING.get();
  }

  private static ConfigurableApplicationContext run(String... arguments) {
    STARTING.set(true);
    try {
      return new EmulatorApplication().run(arguments);
    } finally {
      STARTING.remove();
    }
  }
}
