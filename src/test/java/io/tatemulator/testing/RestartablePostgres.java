package io.tatemulator.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server in a process of its own, as durable as a server is by default. */
public final class RestartablePostgres implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  /** Starts it, with its data in a folder. */
  public RestartablePostgres(Path folder) {
    data = folder.resolve("postgresql");
    server = started(0);
    port = server.getPort();
  }

  private EmbeddedPostgres started(int on) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(on)
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has an emulator use its database. */
  public RunningJar.Launch usedBy(RunningJar.Launch launch) {
    return launch
        .with("tat.storage", "postgres")
        .with("spring.datasource.url", "jdbc:postgresql://localhost:" + port + "/postgres")
        .with("spring.datasource.username", "postgres");
  }

  /** Ends it at once: its transactions end, and nothing is written any more. */
  public void endAtOnce() throws IOException, InterruptedException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    await()
        .atMost(TIMEOUT)
        .until(
            () -> ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty());
    server.close();
  }

  /** Starts it again, on the same port. */
  public void start() {
    server = started(port);
  }

  /** Executes a statement in the database. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
