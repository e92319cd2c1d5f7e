package io.tatemulator.state;

import io.tatemulator.support.SettingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings for the import of snapshots.
 *
 * @param maxSize the largest file
 */
@ConfigurationProperties("tat.snapshot")
record SnapshotSettings(@DefaultValue("256MB") DataSize maxSize) {
  SnapshotSettings {
    SettingRules.require(maxSize.toBytes() > 0, "max-size", maxSize, "expected at least 1B");
  }
}
