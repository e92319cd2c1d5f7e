package io.tatemulator.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A connection that holds advisory locks of PostgreSQL, which end with it. It is connected at the
 * first use, and again after {@link #close}. Only {@link #close} may be called by other threads
 * than the one that uses it.
 */
final class LockSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LockSession.class);

  /** Whatever waits looks this often whether the emulator is being stopped. */
  static final Duration MAX_WAIT = Duration.ofSeconds(2);

  /** Whatever the server or the user has by default. */
  private static final String NO_TIMEOUTS =
      "set statement_timeout = 0; set idle_session_timeout = 0";

  /** The SQLSTATE of a lock that was not free in time. */
  private static final String TIMED_OUT = "55P03";

  private final DataSource server;
  private volatile @Nullable Connection connection;

  LockSession(DataSource server) {
    this.server = server;
  }

  /** Returns the failure of what needs the locks. */
  static DataAccessResourceFailureException failure(SQLException cause) {
    return new DataAccessResourceFailureException("the other nodes cannot be reached", cause);
  }

  /** Returns the connection. */
  Connection connection() throws SQLException {
    Connection current = connection;
    if (current == null) {
      current = server.getConnection();
      try (Statement statement = current.createStatement()) {
        statement.execute(NO_TIMEOUTS);
      }
      connection = current;
    }
    return current;
  }

  /** Connects again if the connection has broken since its last use, when it held no lock. */
  void renew() throws SQLException {
    if (!isAlive(MAX_WAIT)) {
      close();
    }
  }

  /** Returns whether there is a connection and it responds in time. */
  boolean isAlive(Duration wait) throws SQLException {
    Connection current = connection;
    return current != null && current.isValid((int) wait.toSeconds());
  }

  /** Returns the number of the server's process for the connection. */
  int pid() throws SQLException {
    return connection().unwrap(PGConnection.class).getBackendPID();
  }

  /** Takes a lock if it is free at once. */
  boolean tryLock(long key) throws SQLException {
    return query("select pg_try_advisory_lock(?)", key).get(0).equals("t");
  }

  /** Takes a lock that others may share, if it is free at once. */
  boolean tryShared(long key) throws SQLException {
    return query("select pg_try_advisory_lock_shared(?)", key).get(0).equals("t");
  }

  /**
   * Waits for a lock, at most for {@link #MAX_WAIT}.
   *
   * @return false when it is not free by then
   */
  boolean lock(long key) throws SQLException {
    return await("select pg_advisory_lock(?)", key, MAX_WAIT);
  }

  /** Waits in the same way for a lock that others may share, at most for some time. */
  boolean lockShared(long key, Duration wait) throws SQLException {
    return await("select pg_advisory_lock_shared(?)", key, wait);
  }

  /**
   * Releases a lock.
   *
   * @return false when the connection does not have it
   */
  boolean unlock(long key) throws SQLException {
    return query("select pg_advisory_unlock(?)", key).get(0).equals("t");
  }

  /** Releases a shared lock. */
  void unlockShared(long key) throws SQLException {
    query("select pg_advisory_unlock_shared(?)", key);
  }

  private boolean await(String sql, long key, Duration wait) throws SQLException {
    query("select set_config('lock_timeout', ?, false)", wait.toMillis() + "ms");
    try {
      query(sql, key);
      return true;
    } catch (SQLException e) {
      if (TIMED_OUT.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** Executes a statement without a result. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the first column of the rows of a query. */
  List<String> query(String sql, Object... parameters) throws SQLException {
    return query(connection(), sql, parameters);
  }

  /** Returns the same for another connection. */
  static List<String> query(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    }
  }

  /** Ends the connection and with it all of its locks. */
  @Override
  public void close() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException e) {
        LOG.debug("the connection is broken", e);
      }
    }
  }
}
