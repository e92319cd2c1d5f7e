package io.tatemulator.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the emulators of tests store their state: in H2, or in PostgreSQL with {@code
 * -Dtests.storage=postgres}, where each data folder has a database of its own.
 */
public final class TestStorage {
  private static final String STORAGE = "--tat.storage=";
  private static final String FOLDER = "--tat.data-dir=";
  private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

  private TestStorage() {}

  /**
   * Returns the settings of an emulator, with another storage than theirs if need be.
   *
   * @param defaultFolder its data folder, if the settings have none
   */
  static List<String> choose(String defaultFolder, List<String> settings) {
    if (!"postgres".equals(System.getProperty("tests.storage"))
        || settings.contains(STORAGE + "postgres")) {
      return settings;
    }
    boolean inMemory = settings.contains(STORAGE + "memory");
    String folder =
        settings.stream()
            .filter(setting -> setting.startsWith(FOLDER))
            .findFirst()
            .map(setting -> setting.substring(FOLDER.length()))
            .orElse(defaultFolder);
    String database =
        inMemory
            ? PostgresServer.newDatabase()
            : DATABASES.computeIfAbsent(folder, unused -> PostgresServer.newDatabase());
    List<String> chosen = new ArrayList<>(settings);
    chosen.removeIf(setting -> setting.startsWith(STORAGE));
    chosen.addAll(postgres(database));
    return chosen;
  }

  /** Returns the settings for a database of the server. */
  public static List<String> postgres(String database) {
    return List.of(
        STORAGE + "postgres",
        "--spring.datasource.url=" + PostgresServer.url(database),
        "--spring.datasource.username=" + PostgresServer.USER);
  }
}
