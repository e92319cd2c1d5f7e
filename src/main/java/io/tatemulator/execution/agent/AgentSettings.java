package io.tatemulator.execution.agent;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of agents.
 *
 * @param enabled whether agents can register and connect
 * @param deliveryTimeout how long a task may take to be delivered, on the emulator's clock
 * @param maxClockSkew how far the clock of an agent may be from the host's
 */
@ConfigurationProperties("tat.agent")
record AgentSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("5m") Duration deliveryTimeout,
    @DefaultValue("5m") Duration maxClockSkew) {
  AgentSettings {
    SettingRules.requireDuration("delivery-timeout", deliveryTimeout);
    SettingRules.requireDuration("max-clock-skew", maxClockSkew);
    SettingRules.require(
        !deliveryTimeout.isZero(), "delivery-timeout", deliveryTimeout, "expected more than 0s");
    SettingRules.require(
        !maxClockSkew.isZero(), "max-clock-skew", maxClockSkew, "expected more than 0s");
  }
}
