package io.tatemulator.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Runs jobs of this node while no other node works, one after the other. */
final class LoneJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoneJobs.class);

  /** The connections of a node that has not paused by then are ended. */
  private static final Duration PAUSE_TIMEOUT = Duration.ofSeconds(8);

  private final LockSession alone;
  private final WorkShare work;
  private final NodeMessages messages;
  private final Consumer<RuntimeException> onFailure;
  private final ReentrantLock running = new ReentrantLock(true);

  /** Whether a job has ended that did not run alone until its end. */
  private volatile boolean interrupted;

  /**
   * Creates it.
   *
   * @param alone a connection for the lock of the node that works alone
   * @param onFailure runs when the database has failed during a job, before other nodes work again
   */
  LoneJobs(
      LockSession alone,
      WorkShare work,
      NodeMessages messages,
      Consumer<RuntimeException> onFailure) {
    this.alone = alone;
    this.work = work;
    this.messages = messages;
    this.onFailure = onFailure;
  }

  /** Runs a preparation while no other node starts or works alone. */
  <T> T runAmongStarts(PostgresUse.Preparation<T> preparation) throws SQLException {
    awaitAlone();
    try {
      return preparation.run();
    } finally {
      alone.close();
    }
  }

  /**
   * Runs a job between two jobs.
   *
   * @return whether a job before it did not run alone until its end
   */
  boolean runBetween(LockWait job) throws SQLException {
    running.lock();
    try {
      job.run();
      boolean before = interrupted;
      interrupted = false;
      return before;
    } finally {
      running.unlock();
    }
  }

  /** Returns whether the current thread runs a job. */
  boolean isRunning() {
    return running.isHeldByCurrentThread();
  }

  /**
   * Pauses the other nodes and runs a job. The job itself may run another one so.
   *
   * @param change what the others are told of it
   */
  <T> T run(String change, Supplier<T> job) {
    if (isRunning()) {
      return job.get();
    }
    running.lock();
    try {
      pauseOthers(change);
      try {
        return job.get();
      } catch (DataAccessException | TransactionException e) {
        onFailure.accept(e);
        throw e;
      } finally {
        resumeOthers();
      }
    } finally {
      running.unlock();
    }
  }

  private void awaitAlone() throws SQLException {
    alone.renew();
    while (!alone.lock(WorkShare.ALONE)) {
      work.requireOpen();
      NodeNames.endUnresponsive(alone, WorkShare.ALONE);
    }
  }

  private void pauseOthers(String change) {
    boolean paused = false;
    try {
      awaitAlone();
      work.setRunsAlone(true);
      awaitWork(change);
      paused = true;
    } catch (SQLException e) {
      throw LockSession.failure(e);
    } finally {
      if (!paused) {
        alone.close();
        work.setRunsAlone(false);
      }
    }
  }

  private void awaitWork(String change) throws SQLException {
    Set<String> ended = new TreeSet<>();
    long start = System.nanoTime();
    while (!askForWork(change)) {
      work.requireOpen();
      if (System.nanoTime() - start > PAUSE_TIMEOUT.toNanos()) {
        ended.addAll(endOthers());
      }
    }
    try {
      for (String other : ended) {
        // Again, since it may have opened some while its share ended.
        work.endConnections(alone, other);
      }
    } catch (SQLException | RuntimeException e) {
      work.endAlone();
      throw e;
    }
  }

  private boolean askForWork(String change) throws SQLException {
    // Each time, since a node that has just been started may not have heard it.
    messages.send(alone, NodeMessages.Kind.PAUSE, change);
    return work.tryAlone();
  }

  private List<String> endOthers() throws SQLException {
    List<String> others = work.others(alone);
    for (String other : others) {
      LOG.warn(NodeNames.UNRESPONSIVE_NODE, other);
      work.endConnections(alone, other);
    }
    return others;
  }

  private void resumeOthers() {
    try {
      if (!work.endAlone()) {
        throw new SQLException("this node did not work alone until the end");
      }
    } catch (SQLException e) {
      LOG.warn("other nodes may have read what this one was changing; they will read it again", e);
      work.lose();
      interrupted = true;
    }
    work.setRunsAlone(false);
    try {
      alone.unlock(WorkShare.ALONE);
    } catch (SQLException e) {
      LOG.debug("the connection is lost, and the lock with it", e);
      alone.close();
    }
  }

  @Override
  public void close() {
    alone.close();
  }
}
