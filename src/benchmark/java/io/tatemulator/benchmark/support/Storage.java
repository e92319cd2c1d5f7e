package io.tatemulator.benchmark.support;

import io.tatemulator.testing.PostgresServer;
import io.tatemulator.testing.TestStorage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the emulators that are measured store their state: in a file, or with {@code
 * -Dbenchmark.storage=postgres} in a server on the same machine, with a database for each folder.
 * It is as durable as a server is by default.
 */
final class Storage {
  private static final Map<Path, String> DATABASES = new HashMap<>();

  private Storage() {}

  /** Returns the arguments of an emulator whose data folder is in a folder. */
  static synchronized List<String> arguments(Path folder) {
    if (!"postgres".equals(System.getProperty("benchmark.storage"))) {
      return List.of();
    }
    PostgresServer.beDurable();
    return TestStorage.postgres(
        DATABASES.computeIfAbsent(folder, unused -> PostgresServer.newDatabase()));
  }
}
