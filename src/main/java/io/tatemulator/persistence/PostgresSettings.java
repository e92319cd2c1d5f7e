package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the PostgreSQL server, read with {@code tat.storage=postgres} only. Each may be
 * in a file instead, as secrets of containers are.
 *
 * @param url where the database is, such as {@code jdbc:postgresql://db.example:5432/tat}
 * @param username the user, unless the URL names one
 * @param password the user's password; null for none
 * @param urlFile a file with the URL
 * @param usernameFile a file with the user
 * @param passwordFile a file with the password
 */
@ConfigurationProperties("spring.datasource")
record PostgresSettings(
    @Nullable String url,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path urlFile,
    @Nullable Path usernameFile,
    @Nullable Path passwordFile) {
  private static final Pattern END_OF_LINE = Pattern.compile("\\R\\z");

  /** Returns no values, since the URL may contain a password, too. */
  @Override
  public String toString() {
    return "PostgresSettings";
  }

  /**
   * Returns the settings with the values of the files. Empty values count as absent, so that a
   * variable without a value does not replace what the URL has.
   *
   * @throws CannotStartException when a file cannot be read
   */
  PostgresSettings resolved() {
    return new PostgresSettings(
        resolve(url, urlFile),
        resolve(username, usernameFile),
        resolve(password, passwordFile),
        null,
        null,
        null);
  }

  private static @Nullable String resolve(@Nullable String value, @Nullable Path file) {
    String resolved = file == null ? value : read(file);
    return resolved == null || resolved.isEmpty() ? null : resolved;
  }

  /** Reads a file without the end of its last line; a password may have other white space. */
  private static String read(Path file) {
    try {
      return END_OF_LINE.matcher(Files.readString(file)).replaceFirst("");
    } catch (IOException e) {
      throw new CannotStartException("the file " + file + " of a secret cannot be read", e);
    }
  }
}
