package io.tatemulator.execution.simulated;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How simulated tasks behave.
 *
 * @param duration how long each runs, such as {@code 5s}; one that outlasts its command's timeout
 *     ends TIMEOUT
 */
@ConfigurationProperties("tat.execution.simulated")
record SimulationSettings(@DefaultValue("0s") Duration duration) {
  SimulationSettings {
    SettingRules.requireDuration("duration", duration);
  }
}
