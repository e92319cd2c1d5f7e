package io.tatemulator.protocol.limit;

import io.tatemulator.support.Fidelity;
import io.tatemulator.support.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the rate limit.
 *
 * @param fidelity the preset
 * @param requestsPerSecond the maximum number of requests per second for each account and action; 0
 *     for no limit; the preset's rate when null
 */
@ConfigurationProperties("tat")
record RateSettings(
    @DefaultValue("lenient") Fidelity fidelity, @Nullable Integer requestsPerSecond) {
  private static final int STRICT_RATE = 20;

  RateSettings {
    if (requestsPerSecond != null) {
      SettingRules.requireAtLeast(0, "requests-per-second", requestsPerSecond);
    }
  }

  int rate() {
    if (requestsPerSecond != null) {
      return requestsPerSecond;
    }
    return fidelity == Fidelity.STRICT ? STRICT_RATE : 0;
  }
}
