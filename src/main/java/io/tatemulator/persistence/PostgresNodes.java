package io.tatemulator.persistence;

import io.tatemulator.support.CannotStartException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The nodes on a database of PostgreSQL, coordinated by its advisory locks alone. Each node shares
 * the lock WORK while it works. One that has to work alone informs the others, which release the
 * lock and wait for it again, and then takes it for itself. ADR 28 has the reasons.
 */
final class PostgresNodes implements Nodes, PostgresUse {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresNodes.class);

  /** Shared by each node as long as it runs; an emulator without a cluster takes it for itself. */
  private static final long MEMBERS = PostgresLock.KEY;

  /** The bytes of {@code tat-work}. */
  private static final long WORK = 0x7461742d776f726bL;

  /** The bytes of {@code tat-alon}: the node that may ask the others to pause. */
  private static final long ALONE = 0x7461742d616c6f6eL;

  /** The connections of a node that has not paused by then are ended. */
  private static final Duration PAUSE_TIMEOUT = Duration.ofSeconds(8);

  private final String name;
  private final String address;
  private final LockSession work;
  private final LockSession alone;
  private final NodeTurn turn;
  private final LockSession queries;
  private final ReentrantLock runningAlone = new ReentrantLock(true);
  private final NodeMessages messages;
  private final ServerClock clock = new ServerClock();
  private volatile boolean closed;

  PostgresNodes(PGSimpleDataSource server, String address, String name) {
    this.name = name;
    this.address = address;
    server.setApplicationName(NodeNames.application(name));
    work = new LockSession(server);
    alone = new LockSession(server);
    turn = new NodeTurn(server);
    queries = new LockSession(server);
    messages = new NodeMessages(server, name);
  }

  @Override
  public <T> T begin(Preparation<T> preparation) throws SQLException {
    awaitAlone();
    try {
      synchronized (work) {
        if (NodeNames.sharing(work, MEMBERS).contains(name)) {
          throw new CannotStartException(
              "another node of the database "
                  + address
                  + " is named "
                  + name
                  + "; set tat.cluster.node");
        }
        if (!work.tryShared(MEMBERS)) {
          throw new CannotStartException(
              "the database "
                  + address
                  + " is in use by an emulator without tat.cluster.enabled; stop it or choose"
                  + " another database");
        }
        clock.read(work);
      }
      return preparation.run();
    } finally {
      alone.close();
    }
  }

  private void awaitAlone() throws SQLException {
    while (!alone.lock(ALONE)) {
      requireOpen();
    }
  }

  @Override
  public Nodes nodes() {
    return this;
  }

  @Override
  public boolean areSeveral() {
    return true;
  }

  @Override
  public void join(Member member) {
    Listener listener = new Listener(member);
    messages.start(listener);
    // Reads the state once more, since another node may have changed it since this one began.
    listener.pauseDuring(this::awaitWork);
  }

  @Override
  public <T> T runAlone(Supplier<T> job) {
    if (runningAlone.isHeldByCurrentThread()) {
      return job.get();
    }
    runningAlone.lock();
    try {
      pauseOthers();
      try {
        return job.get();
      } finally {
        resumeOthers();
      }
    } finally {
      runningAlone.unlock();
    }
  }

  private void pauseOthers() {
    try {
      awaitAlone();
      long start = System.nanoTime();
      while (!askForWork()) {
        requireOpen();
        if (System.nanoTime() - start > PAUSE_TIMEOUT.toNanos()) {
          endOthers();
        }
      }
    } catch (SQLException e) {
      alone.close();
      throw LockSession.failure(e);
    }
  }

  private boolean askForWork() throws SQLException {
    // Each time, since a node that has just been started may not have heard it.
    messages.send(alone, NodeMessages.Kind.PAUSE, "");
    synchronized (work) {
      return work.lock(WORK);
    }
  }

  /** So that what a node that does not respond is doing can no longer be committed. */
  private void endOthers() throws SQLException {
    List<String> others =
        NodeNames.sharing(alone, WORK).stream().filter(other -> !other.equals(name)).toList();
    for (String other : others) {
      LOG.warn("the node {} does not respond; its connections to the database are ended", other);
      alone.query(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and application_name = ?",
          NodeNames.application(other));
    }
  }

  private void resumeOthers() {
    try {
      synchronized (work) {
        work.unlock(WORK);
      }
      alone.unlock(ALONE);
    } catch (SQLException e) {
      LOG.debug("the locks of this node are lost", e);
      alone.close();
    }
  }

  @Override
  public <T> T runInTurn(Supplier<T> batch) {
    if (runningAlone.isHeldByCurrentThread()) {
      return batch.get();
    }
    return turn.run(batch, () -> closed);
  }

  @Override
  public void announceDueAt(Instant instant) {
    messages.sendDueAt(instant);
  }

  @Override
  public void cancelMoves() {
    messages.sendLater(NodeMessages.Kind.CANCEL, "");
  }

  @Override
  public Optional<Instant> time() {
    return clock.now();
  }

  @Override
  public List<String> names() {
    synchronized (queries) {
      try {
        return NodeNames.sharing(queries, MEMBERS);
      } catch (SQLException e) {
        LOG.debug("the other nodes are not known", e);
        queries.close();
        return List.of(name);
      }
    }
  }

  private void awaitWork() throws SQLException {
    while (!work.lockShared(WORK)) {
      requireOpen();
    }
  }

  /** Responds to other nodes, on the thread of the messages. */
  private final class Listener implements NodeMessages.Listener {
    private final Member member;

    Listener(Member member) {
      this.member = member;
    }

    @Override
    public void onMessage(NodeMessages.Kind kind, String text) {
      switch (kind) {
        case PAUSE ->
            pauseDuring(
                () -> {
                  work.unlockShared(WORK);
                  awaitWork();
                });
        case DUE -> member.onDueAt(Instant.ofEpochMilli(Long.parseLong(text)));
        case CANCEL -> member.onMovesCancelled();
      }
    }

    @Override
    public void onCheck() throws SQLException {
      synchronized (work) {
        clock.read(work);
      }
    }

    /** Shares the locks again, after their connection has been lost and the state has changed. */
    @Override
    public void onConnectionLost() throws SQLException {
      synchronized (work) {
        work.close();
        if (!work.tryShared(MEMBERS)) {
          LOG.error("an emulator without tat.cluster.enabled has taken {}; stop it", address);
        }
      }
      pauseDuring(PostgresNodes.this::awaitWork);
      LOG.info("this node works with the database again");
    }

    private void pauseDuring(LockWait wait) {
      member.pauseDuring(
          () -> {
            try {
              synchronized (work) {
                wait.run();
              }
            } catch (SQLException e) {
              throw LockSession.failure(e);
            }
          });
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new DataAccessResourceFailureException("the emulator is shutting down");
    }
  }

  @Override
  public void end() {
    closed = true;
    messages.close();
    work.close();
    turn.close();
    alone.close();
    queries.close();
  }
}
