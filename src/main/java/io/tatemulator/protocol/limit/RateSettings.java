package io.tatemulator.protocol.limit;

import io.tatemulator.support.Fidelity;
import io.tatemulator.support.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often may be called.
 *
 * @param fidelity the preset
 * @param requestsPerSecond how often an account may call each action in a second; 0 for no limit;
 *     as the preset has it when null
 */
@ConfigurationProperties("tat")
record RateSettings(
    @DefaultValue("lenient") Fidelity fidelity, @Nullable Integer requestsPerSecond) {
  private static final int CLOUDS_RATE = 20;

  RateSettings {
    if (requestsPerSecond != null) {
      SettingRules.requireAtLeast(0, "requests-per-second", requestsPerSecond);
    }
  }

  int rate() {
    if (requestsPerSecond != null) {
      return requestsPerSecond;
    }
    return fidelity == Fidelity.STRICT ? CLOUDS_RATE : 0;
  }
}
