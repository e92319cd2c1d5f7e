package io.tatemulator.execution.process;

import io.tatemulator.support.SettingRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of processes.
 *
 * @param mode what runs the tasks of instances for which no executor is declared
 * @param maxConcurrent how many tasks run at once at most; the others wait in order
 * @param maxConcurrentPerInstance how many of them run on one instance at most
 * @param ownUser whether scripts run as the emulator's user, whatever their Username, and in its
 *     home instead of {@code /root}
 * @param cosDir the folder that stands for COS; null for none
 */
@ConfigurationProperties("tat.execution")
record ProcessSettings(
    @DefaultValue("simulated") Mode mode,
    @DefaultValue("256") int maxConcurrent,
    @DefaultValue("256") int maxConcurrentPerInstance,
    @DefaultValue("false") boolean ownUser,
    @Nullable Path cosDir) {
  private static final int MAX_CONCURRENT = 1_000;

  /** What runs tasks by default. */
  enum Mode {
    SIMULATED,
    PROCESS
  }

  ProcessSettings {
    requireConcurrency("max-concurrent", maxConcurrent);
    requireConcurrency("max-concurrent-per-instance", maxConcurrentPerInstance);
  }

  private static void requireConcurrency(String setting, int value) {
    SettingRules.require(
        value >= 1 && value <= MAX_CONCURRENT, setting, value, "expected 1 to " + MAX_CONCURRENT);
  }
}
