package io.tatemulator;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The emulator's main class, which other programs may start too. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TatEmulator {
  /** The files of settings have a name of their own, since a program that embeds us has its own. */
  public static final String CONFIG_NAME = "spring.config.name=tat-emulator";

  /** Starts the emulator; a failed start ends in one line and exit code 1. */
  public static void main(String[] arguments) {
    try {
      application().run(arguments);
    } catch (RuntimeException e) {
      // Spring has handed the failure to OneLineFailureReporter already.
      System.exit(1);
    }
  }

  /**
   * Starts an emulator in this process, on a free port of the loopback interface and with its state
   * in memory.
   *
   * @param settings more settings, each as {@code tat.fidelity=strict}; the last one counts
   * @throws RuntimeException when it cannot start
   */
  public static RunningEmulator start(String... settings) {
    List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--tat.storage=memory"));
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    return new RunningEmulator(application().run(arguments.toArray(String[]::new)));
  }

  private static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(TatEmulator.class).properties(CONFIG_NAME);
  }
}
