package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /** Returns no values, since the URL may contain a password, too. */
  @Override
  public String toString() {
    return "PostgresSettings";
  }

  /** Returns the settings with the values of the files. */
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
    if (file == null) {
      return value;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotStartException("the file " + file + " of a secret cannot be read", e);
    }
  }
}
