package io.tatemulator.storage;

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
}
