package io.tatemulator.schedule;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How invokers are fired.
 *
 * @param misfire what becomes of missed instants. A ONCE invoker fires late in any case
 * @param grace how late an instant may be before it counts as missed
 */
@ConfigurationProperties("tat.schedule")
record ScheduleProperties(
    @DefaultValue("once") MisfirePolicy misfire, @DefaultValue("1m") Duration grace) {
  ScheduleProperties {
    SettingRules.requireDuration("grace", grace);
  }
}
