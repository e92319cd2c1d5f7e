package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/** The folder of the database file and of other files that outlive the process. */
public final class DataFolder {
  /** The name of the database's file, without its suffix. */
  static final String DATABASE = "tat";

  private final Path path;

  /** Creates the folder of the settings. */
  public DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /**
   * Creates the folder when it is missing and verifies that it is writable.
   *
   * @throws CannotStartException when it is not writable
   */
  public DataFolder prepare() {
    try {
      // Before JDK 20, createDirectories fails for a symbolic link to a folder.
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
      }
      Files.delete(Files.createTempFile(path, "probe", null));
    } catch (IOException e) {
      throw new CannotStartException(
          "the data folder " + path + " cannot be written to; choose another with --tat.data-dir",
          e);
    }
    return this;
  }

  /** Returns its absolute path. */
  Path path() {
    return path;
  }

  /** Returns a file or folder in it. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /**
   * Returns the URL of the database. H2's own log is off, since it would quote request data. With
   * H2's default write delay a killed process loses thousands of acknowledged commits; with none it
   * loses nothing, since each commit reaches the operating system before it returns. On close H2
   * compacts the file for at most three seconds; the default of a fifth of a second is too short
   * for a file that has grown.
   */
  String url() {
    return url(DATABASE);
  }

  /** Returns the URL of another file. */
  String url(String name) {
    return "jdbc:h2:file:"
        + path.resolve(name)
        + ";TRACE_LEVEL_FILE=0;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;MAX_COMPACT_TIME=3000";
  }

  /**
   * Opens the database.
   *
   * @return the first connection
   * @throws CannotStartException when it cannot be opened
   */
  Connection open(DataSource database) {
    try {
      return database.getConnection();
    } catch (SQLException e) {
      throw new CannotStartException(explain(e), e);
    }
  }

  private String explain(SQLException failure) {
    if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return "the data folder "
          + path
          + " is in use by another process; stop it or choose another with --tat.data-dir";
    }
    return "the database in " + path + " cannot be opened: " + failure.getMessage();
  }
}
