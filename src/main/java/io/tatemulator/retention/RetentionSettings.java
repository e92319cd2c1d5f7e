package io.tatemulator.retention;

import io.tatemulator.support.SettingRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what has ended is kept.
 *
 * @param retention by the emulator's clock; null for ever
 */
@ConfigurationProperties("tat")
record RetentionSettings(@Nullable Duration retention) {
  RetentionSettings {
    if (retention != null) {
      SettingRules.requireDuration("retention", retention);
      SettingRules.require(!retention.isZero(), "retention", retention, "it is more than 0s");
    }
  }
}
