package io.tatemulator.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of this process, which starts when a test first needs it. */
public final class PostgresServer {
  /** The only user, who may do anything and needs no password. */
  public static final String USER = "postgres";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedPostgres running;
  private static boolean durable;

  private PostgresServer() {}

  /** Creates an empty database. */
  public static String newDatabase() {
    String name = "test" + COUNT.incrementAndGet();
    execute("create database " + name);
    return name;
  }

  /** Returns the URL of a database. */
  public static String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  /** Returns the port on the loopback address. */
  public static int port() {
    return running().getPort();
  }

  /** Executes a statement in the database that the server has at first. */
  public static void execute(String sql) {
    try (Connection connection = running().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the server be as durable as a server is by default. For before it starts. */
  public static synchronized void beDurable() {
    durable = true;
  }

  /** It ends with this process, which has a hook for that. */
  private static synchronized EmbeddedPostgres running() {
    if (running == null) {
      String durability = durable ? "on" : "off";
      try {
        running =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("max_connections", "1000")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }
}
