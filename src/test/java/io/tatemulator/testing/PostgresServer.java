package io.tatemulator.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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

  private static String query(String sql) {
    try (Connection connection = running().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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

  /** Creates a user that has to prove a password, unlike all others. */
  public static synchronized void requirePassword(String user, String password) throws IOException {
    execute("create role " + user + " login password '" + password + "'");
    Path rules = Path.of(query("select setting from pg_settings where name = 'hba_file'"));
    // The first rule that matches applies.
    Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
    execute("select pg_reload_conf()");
    String url = url("postgres");
    // The server loads the rules a moment later.
    await().until(() -> isRejectedWithoutPassword(url, user));
  }

  private static boolean isRejectedWithoutPassword(String url, String user) {
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      return !connection.isValid(1);
    } catch (SQLException e) {
      return true;
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
