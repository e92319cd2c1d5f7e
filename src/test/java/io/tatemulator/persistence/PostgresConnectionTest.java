package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.OwnOutputExtension;
import io.tatemulator.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.JdbcTemplate;

/** The settings of PostgreSQL, and what is wrong with them. */
@IndependentOfStorage
class PostgresConnectionTest extends PostgresTest {
  private static final String URL = "--spring.datasource.url=";
  private static final String PASSWORD = "--spring.datasource.password=";

  /** Has a space at its end, which a file with it must keep. */
  private static final String SECRET = "top-secret ";

  @Test
  void aMissingUrlIsNamed() {
    assertThat(startFailure(List.of("--tat.storage=postgres"))).contains("spring.datasource.url");
    assertThat(startFailure(settings(URL + "jdbc:h2:mem:x"))).contains("spring.datasource.url");
  }

  @Test
  void whatIsWrongWithTheServerIsNamed() {
    assertThat(startFailure(settings(URL + PostgresServer.url("missing"))))
        .contains("/missing does not exist");
    assertThat(startFailure(settings("--spring.datasource.username=stranger")))
        .contains("rejects the user; check spring.datasource.username");
    assertThat(startFailure(settings(URL + "jdbc:postgresql://127.0.0.1:1/tat")))
        .startsWith("the database 127.0.0.1:1/tat cannot be reached");
    PostgresServer.execute("create role guest login");
    // As it is from version 15 on.
    jdbc().execute("revoke create on schema public from public");
    assertThat(startFailure(settings("--spring.datasource.username=guest")))
        .contains("does not permit its user to create tables");
  }

  @Test
  void anEmulatorThatIsNotGivenThePasswordDoesNotStart() throws IOException {
    String user = userWithPassword();

    assertThat(startFailure(settings(user)))
        .contains("rejects the connection; check spring.datasource.password");
    assertThat(startFailure(settings(user, PASSWORD + "wrong")))
        .contains("rejects the user")
        .doesNotContain("wrong");
    start(settings(user, PASSWORD + SECRET)).close();
  }

  @Test
  void theSettingsMayBeInFiles() throws IOException {
    String name = userWithPassword().split("=", 2)[1];

    start(
            List.of(
                "--tat.storage=postgres",
                "--spring.datasource.url-file=" + file(PostgresServer.url(database) + "\n"),
                "--spring.datasource.username-file=" + file(name),
                "--spring.datasource.password-file=" + file(SECRET + "\r\n")))
        .close();

    assertThat(
            startFailure(List.of("--tat.storage=postgres", "--spring.datasource.url-file=nowhere")))
        .contains("nowhere");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve(UUID.randomUUID().toString()), content);
  }

  /** Creates a user that owns the database and needs a password, and returns its setting. */
  private String userWithPassword() throws IOException {
    String user = "user_of_" + database;
    PostgresServer.requirePassword(user, SECRET);
    PostgresServer.execute("alter database " + database + " owner to " + user);
    return "--spring.datasource.username=" + user;
  }

  @Test
  void parametersOfTheUrlReplaceTheDefaults() {
    String url = URL + PostgresServer.url(database) + "?ApplicationName=";

    assertThat(applicationsDuring(settings(URL + PostgresServer.url(database))))
        .containsOnly("tat-emulator");
    assertThat(applicationsDuring(settings(url + "mine"))).containsOnly("mine");
  }

  private List<String> applicationsDuring(List<String> settings) {
    try (InProcess emulator = start(settings)) {
      return emulator
          .part(JdbcTemplate.class)
          .queryForList(
              // A connection that is just being opened has no name yet.
              "select application_name from pg_stat_activity"
                  + " where datname = ? and application_name <> ''",
              String.class,
              database);
    }
  }

  /** Nor does an empty setting count: a variable without a value must not replace it. */
  @Test
  void theUserMayBeInTheUrl() {
    start(
            List.of(
                "--tat.storage=postgres",
                URL + PostgresServer.url(database) + "?user=" + PostgresServer.USER,
                "--spring.datasource.username="))
        .close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://tat:5432-secret@localhost/tat",
        "jdbc:postgresql://tat:543/secret@localhost/tat",
        "jdbc:postgresql://localhost:secret/tat",
        "postgresql://tat:secret@localhost/tat"
      })
  @ExtendWith(OwnOutputExtension.class)
  void aSecretOfAnInvalidUrlIsNeitherInTheReasonNorInTheLog(String url, CapturedOutput output) {
    String reason = startFailure(settings(URL + url));

    assertThat(reason).contains("spring.datasource.url").doesNotContain("secret");
    assertThat(output.getAll()).doesNotContain("secret");
  }
}
