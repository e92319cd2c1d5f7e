package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server, which one emulator uses at a time, or the nodes of a cluster.
 */
final class PostgresDatabase implements StateDatabase {
  /** The oldest major version that is supported. */
  static final int MIN_VERSION = 14;

  private static final String PREFIX = "jdbc:postgresql:";
  private static final String EXAMPLE = "jdbc:postgresql://localhost:5432/tat";

  /** Parameters of the driver, unless the URL has others. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ApplicationName", "tat-emulator",
          "connectTimeout", "5",
          // Longer than any statement takes, so that only a server that is gone is not awaited.
          "socketTimeout", "120",
          "tcpKeepAlive", "true",
          "reWriteBatchedInserts", "true",
          "defaultRowFetchSize", "1000",
          // The details of a failure quote values, such as scripts.
          "logServerErrorDetail", "false",
          // The lock of an emulator whose host is gone is free after half a minute.
          "options",
              "-c lock_timeout=10s -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5"
                  + " -c tcp_keepalives_count=4 -c tcp_user_timeout=30s");

  /** Without a server, a request waits this long, and the pool tries again this often. */
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

  private final PGSimpleDataSource server;
  private final String address;
  private final Path folder;
  private final PostgresUse use;

  /**
   * Creates a database that is not open yet.
   *
   * @param dataDir the folder that has one for each database
   * @throws CannotStartException when the settings name no database
   */
  PostgresDatabase(PostgresSettings settings, Path dataDir, ClusterSettings cluster) {
    server = server(settings);
    address =
        String.format(
            Locale.ROOT,
            "%s:%s/%s",
            server.getServerNames()[0],
            server.getPortNumbers()[0] == 0 ? "5432" : server.getPortNumbers()[0],
            Objects.requireNonNullElse(server.getDatabaseName(), ""));
    folder =
        new DataFolder(dataDir)
            .resolve("postgresql")
            // Windows has no * in names, which URLs have.
            .resolve(URLEncoder.encode(address, StandardCharsets.UTF_8).replace("*", "%2A"));
    use =
        cluster
            .name()
            .<PostgresUse>map(name -> new PostgresNodes(server, address, name))
            .orElseGet(() -> new PostgresLock(server, address));
  }

  /** Never quotes the URL, which may have a password. */
  private static PGSimpleDataSource server(PostgresSettings settings) {
    String url = settings.url();
    if (url == null || !url.startsWith(PREFIX)) {
      throw new CannotStartException(
          "tat.storage=postgres needs spring.datasource.url, such as " + EXAMPLE);
    }
    String[] parts = url.split("\\?", 2);
    if (parts[0].contains("@")) {
      throw new CannotStartException(
          "spring.datasource.url has a user before the host; use spring.datasource.username and"
              + " spring.datasource.password");
    }
    PGSimpleDataSource server = new PGSimpleDataSource();
    try {
      server.setUrl(parts[0] + "?" + withDefaults(parts.length == 1 ? "" : parts[1]));
    } catch (IllegalArgumentException e) {
      // Without it as the cause, since it quotes the URL.
      throw new CannotStartException(
          "spring.datasource.url is not a URL of PostgreSQL, such as " + EXAMPLE);
    }
    if (settings.username() != null) {
      server.setUser(settings.username());
    }
    if (settings.password() != null) {
      server.setPassword(settings.password());
    }
    return server;
  }

  private static String withDefaults(String parameters) {
    Set<String> given =
        Stream.of(parameters.split("&"))
            .map(parameter -> parameter.split("=", 2)[0])
            .collect(Collectors.toSet());
    return DEFAULTS.entrySet().stream()
        .filter(parameter -> !given.contains(parameter.getKey()))
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : parameters + "&", ""));
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
    return Map.of("hibernate.dialect", PostgresHibernateDialect.class.getName());
  }

  @Override
  public Nodes nodes() {
    return use.nodes();
  }

  @Override
  public DatabasePool pool(DatabaseFailures failures) {
    DatabasePool pool = new DatabasePool(server, failures, use);
    pool.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return pool;
  }

  @Override
  public OpenDatabase open(DatabasePool pool) throws SQLException {
    try {
      requireVersion();
      DatabaseSchema.Origin origin =
          use.begin(() -> new DatabaseSchema(server, sql()).createUnlessOlder());
      if (origin == DatabaseSchema.Origin.OLDER) {
        throw new CannotStartException(
            address + " has tables of another program; create an empty database for the emulator");
      }
      pool.open();
      return new OpenDatabase(name(), folder, origin == DatabaseSchema.Origin.NEW);
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
          case "08001", "08006" ->
              "cannot be reached; check spring.datasource.url and whether the server runs";
          case "08004" ->
              "rejects the connection; check spring.datasource.password and the parameters of"
                  + " spring.datasource.url";
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
