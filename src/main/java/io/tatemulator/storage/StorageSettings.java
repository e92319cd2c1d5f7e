package io.tatemulator.storage;

import io.tatemulator.support.SettingRules;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the state lies.
 *
 * @param storage in a file that outlives the process, or in memory
 * @param dataDir the folder of that file, created when it is missing
 */
@ConfigurationProperties("tat")
public record StorageSettings(
    @DefaultValue("file") Kind storage, @DefaultValue("./tat-data") Path dataDir) {
  /** The kinds of storage. */
  public enum Kind {
    FILE,
    MEMORY
  }

  /** Checks that H2 can open a file in the folder. */
  public StorageSettings {
    SettingRules.require(
        storage != Kind.FILE || !dataDir.toAbsolutePath().toString().contains(";"),
        "data-dir",
        dataDir,
        "H2 would take what follows the ; for settings of its own");
  }
}
