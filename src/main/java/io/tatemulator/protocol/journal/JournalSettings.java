package io.tatemulator.protocol.journal;

import io.tatemulator.support.SettingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the journal.
 *
 * @param maxRequests the maximum number of requests; 0 for no journal
 * @param maxSize the maximum total size of those requests
 */
@ConfigurationProperties("tat.journal")
record JournalSettings(
    @DefaultValue("1000") int maxRequests, @DefaultValue("4MB") DataSize maxSize) {
  JournalSettings {
    SettingRules.requireAtLeast(0, "max-requests", maxRequests);
    SettingRules.require(!maxSize.isNegative(), "max-size", maxSize, "expected at least 0B");
  }
}
