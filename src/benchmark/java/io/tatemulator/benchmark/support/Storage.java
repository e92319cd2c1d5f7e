package io.tatemulator.benchmark.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the emulators that are measured store their state: in a file, or with {@code
 * -Dbenchmark.storage=postgres} in a server on the same machine, with a database for each folder.
 * It is as durable as a server is by default.
 */
final class Storage {
  private static final String USER = "postgres";
  private static final Map<Path, String> DATABASES = new HashMap<>();
  private static EmbeddedPostgres server;

  private Storage() {}

  /** Returns the arguments of an emulator whose data folder is in a folder. */
  static synchronized List<String> arguments(Path folder) {
    if (!"postgres".equals(System.getProperty("benchmark.storage"))) {
      return List.of();
    }
    if (server == null) {
      server = start();
    }
    String database = DATABASES.computeIfAbsent(folder, unused -> create());
    return List.of(
        "--tat.storage=postgres",
        "--spring.datasource.url=jdbc:postgresql://localhost:" + server.getPort() + "/" + database,
        "--spring.datasource.username=" + USER);
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String create() {
    String name = "benchmark" + DATABASES.size();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }
}
