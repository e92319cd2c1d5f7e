package io.tatemulator.protocol.journal;

import io.tatemulator.support.SettingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the journal holds.
 *
 * @param calls the most calls; 0 for no journal
 * @param size the most that the requests of those calls may come to
 */
@ConfigurationProperties("tat.journal")
record JournalSettings(@DefaultValue("1000") int calls, @DefaultValue("4MB") DataSize size) {
  JournalSettings {
    SettingRules.requireAtLeast(0, "calls", calls);
    SettingRules.require(!size.isNegative(), "size", size, "it is at least 0B");
  }
}
