package io.tatemulator.schedule;

import io.tatemulator.support.SettingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of one move of the clock.
 *
 * @param maxFires how many fires one move may cause
 */
@ConfigurationProperties("tat.clock")
record ClockSettings(@DefaultValue("100000") long maxFires) {
  ClockSettings {
    SettingRules.requireAtLeast(1, "max-fires", maxFires);
  }
}
