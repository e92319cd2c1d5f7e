package io.tatemulator.schedule;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an advance of the clock treats tasks that take real time.
 *
 * @param advanceWait how long it waits for them at each instant at most
 */
@ConfigurationProperties("tat.execution")
record RealTimeSettings(@DefaultValue("60s") Duration advanceWait) {
  RealTimeSettings {
    SettingRules.requireDuration("advance-wait", advanceWait);
  }
}
