package io.tatemulator.retention;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for the retention of ended invocations.
 *
 * @param retention how long they are stored, by the emulator's clock; null for ever
 */
@ConfigurationProperties("tat")
record RetentionSettings(@Nullable Duration retention) {
  RetentionSettings {
    if (retention != null) {
      SettingRules.requireDuration("retention", retention);
      SettingRules.require(!retention.isZero(), "retention", retention, "expected more than 0s");
    }
  }
}
