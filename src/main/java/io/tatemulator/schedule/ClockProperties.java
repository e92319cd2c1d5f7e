package io.tatemulator.schedule;

import io.tatemulator.support.SettingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the clock may be moved at once.
 *
 * @param mostFires how many fires one move may bring about
 */
@ConfigurationProperties("tat.clock")
record ClockProperties(@DefaultValue("100000") long mostFires) {
  ClockProperties {
    SettingRules.requireAtLeast(1, "most-fires", mostFires);
  }
}
