package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL server, which one emulator uses at a time. */
final class PostgresDatabase implements StateDatabase {
  /** The oldest major version that is supported. */
  static final int MIN_VERSION = 14;

  private static final String PREFIX = "jdbc:postgresql:";
  private static final int CONNECT_SECONDS = 5;

  /** Longer than any statement takes, so that only a server that is gone is not awaited. */
  private static final int RESPONSE_SECONDS = 120;

  private static final int FETCH_ROWS = 1_000;

  /** Without a server, a request waits this long, and the pool tries again this often. */
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(2);

  private final PGSimpleDataSource server = new PGSimpleDataSource();
  private final String address;
  private final PostgresLock lock;

  /**
   * Creates a database that is not open yet.
   *
   * @throws CannotStartException when the settings name no database
   */
  PostgresDatabase(PostgresSettings settings) {
    String url = settings.url();
    if (url == null || !url.startsWith(PREFIX)) {
      throw new CannotStartException(
          "tat.storage=postgres needs spring.datasource.url, such as"
              + " jdbc:postgresql://localhost:5432/tat");
    }
    server.setApplicationName("tat-emulator");
    server.setConnectTimeout(CONNECT_SECONDS);
    server.setSocketTimeout(RESPONSE_SECONDS);
    server.setTcpKeepAlive(true);
    server.setReWriteBatchedInserts(true);
    server.setDefaultRowFetchSize(FETCH_ROWS);
    server.setOptions("-c lock_timeout=10s");
    // Parameters of the URL replace those above.
    try {
      server.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(
          "spring.datasource.url is not a URL of PostgreSQL, such as"
              + " jdbc:postgresql://localhost:5432/tat",
          e);
    }
    if (settings.username() != null) {
      server.setUser(settings.username());
    }
    if (settings.password() != null) {
      server.setPassword(settings.password());
    }
    address =
        String.format(
            Locale.ROOT,
            "%s:%s/%s",
            server.getServerNames()[0],
            server.getPortNumbers()[0] == 0 ? "5432" : server.getPortNumbers()[0],
            Objects.requireNonNullElse(server.getDatabaseName(), ""));
    lock = new PostgresLock(server, address);
  }

  @Override
  public SqlDialect sql() {
    return new PostgresDialect();
  }

  @Override
  public String name() {
    return "PostgreSQL at " + address;
  }

  @Override
  public Map<String, String> mapping() {
    return Map.of("hibernate.dialect", PostgresMapping.class.getName());
  }

  @Override
  public DatabasePool pool(DatabaseFailures failures) {
    DatabasePool pool = new DatabasePool(server, failures, lock::close);
    pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return pool;
  }

  @Override
  public OpenDatabase open(DatabasePool pool) throws SQLException {
    try {
      requireVersion();
      lock.take();
      DatabaseSchema.Origin origin = new DatabaseSchema(server, sql()).createUnlessOlder();
      if (origin == DatabaseSchema.Origin.OLDER) {
        throw new CannotStartException(
            address + " has tables of another program; create an empty database for the emulator");
      }
      pool.open();
      return new OpenDatabase(name(), origin == DatabaseSchema.Origin.NEW);
    } catch (SQLException e) {
      throw new CannotStartException(explain(e), e);
    }
  }

  private void requireVersion() throws SQLException {
    try (Connection connection = server.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < MIN_VERSION) {
        throw new CannotStartException(
            address + " has PostgreSQL " + version + "; the oldest that works is " + MIN_VERSION);
      }
    }
  }

  private String explain(SQLException failure) {
    String reason =
        switch (String.valueOf(failure.getSQLState())) {
          case "08001", "08004", "08006" ->
              "cannot be reached; check spring.datasource.url and whether the server runs";
          case "28P01", "28000" ->
              "rejects the user; check spring.datasource.username and spring.datasource.password";
          case "3D000" -> "does not exist; create it with: create database";
          case "42501" -> "does not permit its user to create tables";
          default -> "cannot be used";
        };
    String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").trim();
    return "the database " + address + " " + reason + " (" + message + ")";
  }
}
