package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import io.tatemulator.support.DaemonThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second emulator from a database, since an emulator holds a part of the state in memory.
 * The lock ends with the connection that holds it, so a crash leaves none, and it is taken again
 * after the server has restarted.
 */
final class PostgresLock implements PostgresUse {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLock.class);

  /** The bytes of {@code tat-emul}. */
  static final long KEY = 0x7461742d656d756cL;

  private static final int CHECK_SECONDS = 5;

  private static final int CLOSE_SECONDS = 2;

  private final DataSource server;
  private final String address;

  /** All use of the connection, which may have to wait for the server, is on this thread. */
  private final ScheduledExecutorService worker = DaemonThreads.scheduled("database-lock");

  private @Nullable Connection holder;

  PostgresLock(DataSource server, String address) {
    this.server = server;
    this.address = address;
  }

  /** Takes the lock and keeps it. */
  @Override
  public <T> T begin(Preparation<T> preparation) throws SQLException {
    if (!tryTake()) {
      throw new CannotStartException(
          "the database "
              + address
              + " is in use by another emulator; stop it or choose another database");
    }
    // Submitting it makes the connection visible to the other thread.
    var unused =
        worker.scheduleWithFixedDelay(this::keep, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    return preparation.run();
  }

  @Override
  public Nodes nodes() {
    return new OnlyNode();
  }

  /** Waits a moment, since the connection of one that has just been stopped may still be there. */
  private boolean tryTake() throws SQLException {
    Connection connection = server.getConnection();
    boolean taken = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = " + LockSession.MAX_WAIT.toMillis());
      statement.execute("select pg_advisory_lock(" + KEY + ")");
      taken = true;
    } catch (SQLException e) {
      if (!LockSession.TIMED_OUT.equals(e.getSQLState())) {
        throw e;
      }
    } finally {
      if (!taken) {
        connection.close();
      }
    }
    holder = taken ? connection : null;
    return taken;
  }

  private void keep() {
    try {
      if (holder != null && holder.isValid(CHECK_SECONDS)) {
        return;
      }
      release();
      if (!tryTake()) {
        LOG.error(
            "another connection has the lock of the database {}: if it is not a broken one of this"
                + " emulator, stop one of the two emulators, since their states mix",
            address);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debug("the lock of the database cannot be taken yet", e);
    }
  }

  private void release() {
    try {
      if (holder != null) {
        holder.close();
      }
    } catch (SQLException e) {
      LOG.debug("the connection of the lock is broken", e);
    }
    holder = null;
  }

  /**
   * Releases the lock for good, at the latest with the end of the process: a server that does not
   * respond is awaited for a moment only.
   */
  @Override
  public void end() {
    try {
      worker.execute(this::release);
      worker.shutdown();
      if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.debug("the lock of the database is not released yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
