package io.tatemulator.persistence;

import io.tatemulator.support.SettingRules;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for the storage of the state.
 *
 * @param storage whether in a file that outlives the process, in memory, or in PostgreSQL
 * @param dataDir the folder of that file, and of files that are not in the database; created when
 *     it is missing
 */
@ConfigurationProperties("tat")
public record StorageSettings(
    @DefaultValue("file") Kind storage, @DefaultValue("./tat-data") Path dataDir) {
  /** The kinds of storage. */
  public enum Kind {
    FILE,
    MEMORY,
    POSTGRES
  }

  /** Validates that H2 can open a file in the folder. */
  public StorageSettings {
    SettingRules.require(
        storage != Kind.FILE || !dataDir.toAbsolutePath().toString().contains(";"),
        "data-dir",
        dataDir,
        "expected a path without a ; since H2 would parse settings after it");
  }
}
