package io.tatemulator.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes on a database of PostgreSQL, coordinated by its advisory locks alone. Each node has a
 * {@link WorkShare} while it works. One that has to work alone informs the others, which give up
 * their shares and wait for them again, and then takes all of it. ADR 28 has the reasons.
 */
final class PostgresNodes implements Nodes, PostgresUse {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresNodes.class);

  /** With a pause: the whole state is going to be another one. */
  private static final String REPLACED = "replaced";

  /** So that a process that stops amid a transaction keeps no rows from other nodes for long. */
  private static final String IDLE_TIMEOUT = " -c idle_in_transaction_session_timeout=5s";

  private final String name;
  private final WorkShare work;
  private final LoneJobs jobs;
  private final NodeTurn turn;
  private final LockSession queries;
  private final ReadWriteLock pausing = new ReentrantReadWriteLock();
  private final NodeMessages messages;
  private final ServerClock clock = new ServerClock();
  private volatile boolean closed;
  private volatile @Nullable Listener listener;

  PostgresNodes(PGSimpleDataSource server, String address, String name) {
    this.name = name;
    server.setApplicationName(NodeNames.application(name));
    server.setOptions(server.getOptions() + IDLE_TIMEOUT);
    work = new WorkShare(new LockSession(server), name, address, () -> closed);
    turn = new NodeTurn(server);
    queries = new LockSession(server);
    messages = new NodeMessages(server, name);
    jobs = new LoneJobs(new LockSession(server), work, messages, this::refresh);
  }

  @Override
  public <T> T begin(Preparation<T> preparation) throws SQLException {
    return jobs.runAmongStarts(
        () -> {
          work.join();
          work.read(clock);
          return preparation.run();
        });
  }

  @Override
  public void requireUsable() throws SQLException {
    work.require();
  }

  @Override
  public void admit(Connection added) throws SQLException {
    work.requireFor(added);
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
    listener = new Listener(member);
    // Reads the state once more, since another node may have changed it since this one began.
    listener.pauseDuring(work::take, true);
    messages.start(listener);
  }

  @Override
  public <T> T runAlone(Supplier<T> job) {
    return jobs.run("", job);
  }

  @Override
  public <T> T replaceStateAlone(Supplier<T> job) {
    return jobs.run(REPLACED, job);
  }

  @Override
  public void awaitResumed() {
    pausing.readLock().lock();
    try {
      // The pause is over.
    } finally {
      pausing.readLock().unlock();
    }
  }

  @Override
  public <T> Optional<T> runInFreeTurn(int part, Supplier<T> batch) {
    return jobs.isRunning() ? Optional.of(batch.get()) : turn.runIfFree(part, batch);
  }

  @Override
  public <T> T runInTurn(Supplier<T> batch) {
    if (jobs.isRunning()) {
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
    // At once, so that it concerns no move that is requested after this call.
    messages.sendOrLog(NodeMessages.Kind.CANCEL, "");
  }

  @Override
  public Optional<Instant> time() {
    return clock.now();
  }

  @Override
  public List<String> names() {
    synchronized (queries) {
      try {
        queries.renew();
        return NodeNames.sharing(queries, WorkShare.MEMBERS);
      } catch (SQLException e) {
        LOG.debug("the other nodes are not known", e);
        queries.close();
        return List.of(name);
      }
    }
  }

  /** Reads the state again, of which a part may have been stored or not. */
  private void refresh(RuntimeException failure) {
    Listener joined = listener;
    if (joined != null) {
      try {
        joined.member.pauseDuring(() -> {}, false);
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Responds to other nodes, on the thread of the messages. */
  private final class Listener implements NodeMessages.Listener {
    private final Member member;

    Listener(Member member) {
      this.member = member;
    }

    @Override
    public void onMessage(NodeMessages.Kind kind, String from, String text) {
      switch (kind) {
        case PAUSE -> pauseDuring(() -> work.giveTo(from), text.equals(REPLACED));
        case DUE -> member.onDueAt(Instant.ofEpochMilli(Long.parseLong(text)));
        case CANCEL -> member.onMovesCancelled();
      }
    }

    @Override
    public void onCheck() throws SQLException {
      work.read(clock);
    }

    @Override
    public void onConnectionLost() throws SQLException {
      if (work.isLost()) {
        LOG.warn("this node has lost its share of the work; its requests fail until it is back");
      }
    }

    /** Shares the work again, unless the connection of the messages alone was lost. */
    @Override
    public void onConnectionFound() throws SQLException {
      if (!work.isLost()) {
        return;
      }
      boolean interrupted =
          jobs.runBetween(
              () -> {
                work.joinAgain();
                pauseDuring(work::take, true);
              });
      LOG.info("this node works with the database again");
      if (interrupted) {
        messages.runApart(() -> runAlone(() -> true));
      }
    }

    private void pauseDuring(LockWait wait, boolean replaced) {
      boolean done = false;
      pausing.writeLock().lock();
      try {
        member.pauseDuring(() -> await(wait), replaced);
        done = true;
      } finally {
        pausing.writeLock().unlock();
        if (!done) {
          work.lose();
        }
      }
    }

    private void await(LockWait wait) {
      try {
        wait.run();
      } catch (SQLException e) {
        // Before this node goes on.
        work.lose();
        throw LockSession.failure(e);
      }
    }
  }

  @Override
  public void leave() {
    closed = true;
  }

  @Override
  public void end() {
    leave();
    messages.close();
    work.close();
    turn.close();
    jobs.close();
    queries.close();
  }
}
