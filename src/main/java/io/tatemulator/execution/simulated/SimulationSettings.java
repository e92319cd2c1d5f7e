package io.tatemulator.execution.simulated;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The behavior of simulated tasks.
 *
 * @param duration the run time of each, such as {@code 5s}; a task that exceeds its command's
 *     timeout ends TIMEOUT
 */
@ConfigurationProperties("tat.execution.simulated")
record SimulationSettings(@DefaultValue("0s") Duration duration) {
  SimulationSettings {
    SettingRules.requireDuration("duration", duration);
  }
}
