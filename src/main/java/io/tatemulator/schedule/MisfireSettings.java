package io.tatemulator.schedule;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of firing invokers.
 *
 * @param misfire the policy for missed instants. A ONCE invoker fires late in any case
 * @param misfireThreshold how late an instant may be before it counts as missed
 */
@ConfigurationProperties("tat.schedule")
record MisfireSettings(
    @DefaultValue("once") MisfirePolicy misfire, @DefaultValue("1m") Duration misfireThreshold) {
  MisfireSettings {
    SettingRules.requireDuration("misfire-threshold", misfireThreshold);
  }
}
