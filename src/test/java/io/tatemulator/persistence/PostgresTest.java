package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tatemulator.support.CannotStartException;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.PostgresServer;
import io.tatemulator.testing.TestStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests with an empty database of PostgreSQL. */
abstract class PostgresTest {
  @TempDir Path folder;

  final String database = PostgresServer.newDatabase();

  /** Returns the settings for the database, of which the given ones replace some. */
  final List<String> settings(String... replacements) {
    List<String> settings = new ArrayList<>(TestStorage.postgres(database));
    for (String replacement : replacements) {
      String name = replacement.substring(0, replacement.indexOf('=') + 1);
      settings.removeIf(setting -> setting.startsWith(name));
      settings.add(replacement);
    }
    return settings;
  }

  final InProcess start(List<String> settings) {
    return new InProcess(folder, new MutableClock(), settings.toArray(String[]::new));
  }

  final InProcess start() {
    return start(settings());
  }

  /** Returns the one line that a start without success ends with. */
  final String startFailure(List<String> settings) {
    Throwable cause = catchThrowable(() -> start(settings).close());
    while (cause != null && !(cause instanceof CannotStartException)) {
      cause = cause.getCause();
    }
    String reason = cause == null ? "" : String.valueOf(cause.getMessage());
    assertThat(reason).as("a reason in one line").isNotEmpty().doesNotContain("\n");
    return reason;
  }

  /** Returns access to the database as its owner. */
  final JdbcTemplate jdbc() {
    return new JdbcTemplate(
        new DriverManagerDataSource(PostgresServer.url(database), PostgresServer.USER, ""));
  }
}
