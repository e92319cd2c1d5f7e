package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What a node shares with the others: the advisory lock MEMBERS as long as it runs, and WORK as
 * long as it works. Both end with one connection; without it, the node opens no other.
 */
final class WorkShare implements AutoCloseable {
  /** An emulator without a cluster takes it for itself. */
  static final long MEMBERS = PostgresLock.KEY;

  /** The bytes of {@code tat-alon}: the node that may ask the others to pause. */
  static final long ALONE = 0x7461742d616c6f6eL;

  /** The bytes of {@code tat-work}. */
  private static final long WORK = 0x7461742d776f726bL;

  /** A job of this node that has got ALONE meanwhile waits for so long at most. */
  private static final Duration ALONE_WAIT = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(WorkShare.class);

  private final LockSession session;
  private final String node;
  private final String address;
  private final BooleanSupplier closed;
  private volatile boolean lost;
  private volatile boolean runsAlone;

  /** The server's process for the connection that has shared WORK last; none at first. */
  private volatile int pid;

  WorkShare(LockSession session, String node, String address, BooleanSupplier closed) {
    this.session = session;
    this.node = node;
    this.address = address;
    this.closed = closed;
  }

  /**
   * Becomes a member, while no other node does.
   *
   * @throws CannotStartException when another emulator excludes it
   */
  synchronized void join() throws SQLException {
    if (isNameTaken()) {
      throw new CannotStartException(
          "another node of the database "
              + address
              + " is named "
              + node
              + "; set tat.cluster.node");
    }
    if (!session.lockShared(MEMBERS, LockSession.MAX_WAIT)) {
      throw new CannotStartException(
          "the database "
              + address
              + " is in use by an emulator without tat.cluster.enabled; stop it or choose"
              + " another database");
    }
  }

  /** The connections of one that has just been stopped are there for a moment. */
  private boolean isNameTaken() throws SQLException {
    long start = System.nanoTime();
    while (NodeNames.sharing(session, MEMBERS).contains(node)) {
      if (System.nanoTime() - start > LockSession.MAX_WAIT.toNanos()) {
        return true;
      }
      session.query("select pg_sleep(0.05)");
    }
    return false;
  }

  /** Becomes a member again, after its connection has been lost. */
  synchronized void joinAgain() throws SQLException {
    session.close();
    // Its own connection may be there for a moment; else, the other one has come meanwhile.
    if (NodeNames.sharing(session, MEMBERS).contains(node) || !session.tryShared(MEMBERS)) {
      session.close();
      LOG.warn("another emulator uses {}, alone or as node {}; stop it", address, node);
      throw new SQLTransientConnectionException("another emulator has the database");
    }
  }

  /** Shares the work, once no other node works alone. */
  synchronized void take() throws SQLException {
    awaitOtherAlone();
    while (!session.lockShared(WORK, LockSession.MAX_WAIT)) {
      requireOpen();
      NodeNames.endUnresponsive(session, WORK);
    }
    pid = session.pid();
    lost = false;
  }

  /**
   * Waits until no other node has ALONE: it has asked this one to pause before it asks for WORK. If
   * a job of this node has ALONE, no other one has, and the job waits for this thread.
   */
  private void awaitOtherAlone() throws SQLException {
    while (!runsAlone) {
      if (session.lockShared(ALONE, ALONE_WAIT)) {
        session.unlockShared(ALONE);
        return;
      }
      requireOpen();
      NodeNames.endUnresponsive(session, ALONE);
    }
  }

  /** Notes whether a job of this node has ALONE. */
  void setRunsAlone(boolean runs) {
    runsAlone = runs;
  }

  /** Gives up the work until another node has worked alone, or has died of it. */
  synchronized void giveTo(String other) throws SQLException {
    session.unlockShared(WORK);
    take();
    if (!NodeNames.sharing(session, MEMBERS).contains(other)) {
      // Its last commit may still be under way.
      endConnections(session, other);
    }
  }

  /** Ends the connections of a node, and with them all that it does. */
  void endConnections(LockSession through, String other) throws SQLException {
    while (!NodeNames.endConnections(through, other)) {
      requireOpen();
    }
  }

  /** Takes all of the work; false when another node still has a share of it after some seconds. */
  synchronized boolean tryAlone() throws SQLException {
    return session.lock(WORK);
  }

  /**
   * Lets others share the work again.
   *
   * @return false when they could do so before, since the connection has been lost
   */
  synchronized boolean endAlone() throws SQLException {
    return session.unlock(WORK);
  }

  /** Reads the clock of the server. */
  synchronized void read(ServerClock clock) throws SQLException {
    clock.read(session);
  }

  /** Marks the share as lost, until it is taken again. */
  void lose() {
    lost = true;
  }

  /** Returns whether the share is lost, possibly with its connection. */
  synchronized boolean isLost() throws SQLException {
    lost = lost || !session.isAlive(LockSession.MAX_WAIT);
    return lost;
  }

  /** Fails when the share is lost. */
  void require() throws SQLException {
    if (lost) {
      throw new SQLTransientConnectionException("this node has lost its share of the work");
    }
  }

  /**
   * Fails when the share is lost, also when this node has not noticed it yet: another one may have
   * changed what this one has in memory.
   */
  void requireFor(Connection added) throws SQLException {
    int shared = pid;
    if (shared != 0 && !NodeNames.holds(added, WORK, shared)) {
      throw new SQLTransientConnectionException("this node has no share of the work");
    }
  }

  /** Fails when the emulator is shutting down. */
  void requireOpen() {
    if (closed.getAsBoolean()) {
      throw new DataAccessResourceFailureException("the emulator is shutting down");
    }
  }

  /** Returns the other nodes that have a share. */
  List<String> others(LockSession through) throws SQLException {
    return NodeNames.sharing(through, WORK).stream().filter(other -> !other.equals(node)).toList();
  }

  @Override
  public void close() {
    session.close();
  }
}
