package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates a copy of a database file, then replaces the file by it. H2 commits each statement that
 * changes a table, so an interrupted migration in place leaves a database that no version of the
 * emulator can read.
 */
final class DatabaseUpgrade {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseUpgrade.class);
  private static final String COPY = "tat-upgrade";
  private static final String SUFFIX = ".mv.db";
  private static final String BACKUP = ".zip";

  private final DataFolder folder;
  private final SqlDialect sql;
  private final Function<String, DataSource> open;

  /**
   * Creates an upgrade of the database of a folder.
   *
   * @param open opens a database by its URL
   */
  DatabaseUpgrade(DataFolder folder, SqlDialect sql, Function<String, DataSource> open) {
    this.folder = folder;
    this.sql = sql;
    this.open = open;
  }

  /**
   * Migrates the database.
   *
   * @param database the only connection to the database; closed by this method
   * @throws CannotStartException when it cannot be migrated; then it is unchanged
   */
  void run(Connection database) {
    Path copy = folder.resolve(COPY + SUFFIX);
    try (database) {
      copyTo(copy, database);
      DataSource upgraded = open.apply(folder.url(COPY));
      try (Connection first = upgraded.getConnection()) {
        new DatabaseSchema(upgraded, sql).bringUpToDate();
        first.createStatement().execute(H2Dialect.shutdown());
      }
      database.close();
      Files.move(
          copy,
          folder.resolve(DataFolder.DATABASE + SUFFIX),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      throw new CannotStartException(
          "the database cannot be migrated; the migration needs twice its disk space: "
              + e.getMessage(),
          e);
    } finally {
      deleteCopies();
    }
  }

  /** Deletes partial copies: on a full disk, they would prevent the older version from starting. */
  private void deleteCopies() {
    for (String suffix : List.of(SUFFIX, BACKUP)) {
      try {
        Files.deleteIfExists(folder.resolve(COPY + suffix));
      } catch (IOException e) {
        LOG.debug("a temporary copy of the database cannot be deleted", e);
      }
    }
  }

  private void copyTo(Path copy, Connection database) throws IOException, SQLException {
    Path backup = folder.resolve(COPY + BACKUP);
    deleteCopies();
    try (Statement statement = database.createStatement()) {
      statement.execute(H2Dialect.backUp(backup.toString()));
    }
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      ZipEntry entry = zip.getEntry(DataFolder.DATABASE + SUFFIX);
      try (InputStream content = zip.getInputStream(entry)) {
        Files.copy(content, copy);
      }
    }
    Files.delete(backup);
  }
}
