package io.tatemulator.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The emulators that share the database of this one, each of which is a node. */
public interface Nodes {
  /** What a node does when the others ask for it. The calls come one after the other. */
  interface Member {
    /**
     * Pauses all work of this node during a job, then discards what was derived from the database,
     * since another node has changed it.
     *
     * @param replaced whether another node may have replaced the whole state, so that nothing of
     *     the one before is kept
     */
    void pauseDuring(Runnable job, boolean replaced);

    /** Looks for due work at an instant at the latest, since another node has stored some. */
    void onDueAt(Instant instant);

    /** Cancels the moves of the clock that this node runs or waits for. */
    void onMovesCancelled();
  }

  /** Returns whether other nodes may share the database, now or later. */
  boolean areSeveral();

  /**
   * Begins to work beside the other nodes and to respond to them, when none of them works alone.
   * The member's state is discarded once, since it was read before.
   */
  void join(Member member);

  /**
   * Pauses the work of all other nodes and runs a job, for example one that changes what nodes keep
   * in memory. The job itself may run another one so.
   *
   * @return the result of the job
   * @throws org.springframework.dao.DataAccessException when the database cannot be used; then the
   *     job has not run
   */
  <T> T runAlone(Supplier<T> job);

  /** Does the same with a job that replaces the whole state, such as a reset. */
  <T> T replaceStateAlone(Supplier<T> job);

  /**
   * Waits while this node pauses for another one, so that what it has in memory is what the other
   * one has left. Not for jobs of this node that run alone.
   */
  void awaitResumed();

  /**
   * Runs a batch of a part of due work, unless another node runs one of the same part.
   *
   * @return the result of the batch; empty when another node runs one
   * @throws org.springframework.dao.DataAccessException when the database cannot be used; then the
   *     batch has not run
   */
  <T> Optional<T> runInFreeTurn(int part, Supplier<T> batch);

  /**
   * Runs a batch of due work while no other node runs one so.
   *
   * @return the result of the batch
   * @throws org.springframework.dao.DataAccessException when the database cannot be used; then the
   *     batch has not run
   */
  <T> T runInTurn(Supplier<T> batch);

  /** Informs the other nodes of due work, at once or a moment later. */
  void announceDueAt(Instant instant);

  /** Has the other nodes cancel the moves of the clock that they run or wait for. */
  void cancelMoves();

  /** Ends what waits for other nodes, since this one is being stopped. */
  void leave();

  /** Returns the time of the database's server; empty when the host's clock applies. */
  Optional<Instant> time();

  /**
   * Returns the names of the nodes that share the database now, in order; none for an emulator that
   * shares it with no other, and this node alone when the database cannot be reached.
   */
  List<String> names();
}
