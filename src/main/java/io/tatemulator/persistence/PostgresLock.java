package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import io.tatemulator.support.DaemonThreads;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
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

  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

  private static final int CLOSE_SECONDS = 2;

  private final LockSession session;
  private final String address;

  /** All use of the connection, which may have to wait for the server, is on this thread. */
  private final ScheduledExecutorService worker = DaemonThreads.scheduled("database-lock");

  PostgresLock(DataSource server, String address) {
    session = new LockSession(server);
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
    long seconds = CHECK_INTERVAL.toSeconds();
    var unused = worker.scheduleWithFixedDelay(this::keep, seconds, seconds, TimeUnit.SECONDS);
    return preparation.run();
  }

  @Override
  public Nodes nodes() {
    return new OnlyNode();
  }

  /** Waits a moment, since the connection of one that has just been stopped may still be there. */
  private boolean tryTake() throws SQLException {
    boolean taken = false;
    try {
      taken = session.lock(KEY);
    } finally {
      if (!taken) {
        session.close();
      }
    }
    return taken;
  }

  private void keep() {
    try {
      if (session.isAlive(CHECK_INTERVAL)) {
        return;
      }
      session.close();
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

  /**
   * Releases the lock for good, at the latest with the end of the process: a server that does not
   * respond is awaited for a moment only.
   */
  @Override
  public void end() {
    try {
      worker.execute(session::close);
      worker.shutdown();
      if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.debug("the lock of the database is not released yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
