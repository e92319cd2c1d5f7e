package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Runs the batches of due work of all nodes one after the other, those of different parts apart.
 */
final class NodeTurn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeTurn.class);

  /** The bytes of {@code tat-turn}. The locks of the parts follow it. */
  private static final long TURN = 0x7461742d7475726eL;

  private static final int MAX_ATTEMPTS = 2;

  private final LockSession session;

  NodeTurn(DataSource server) {
    session = new LockSession(server);
  }

  /**
   * Runs a batch while no other node runs one.
   *
   * @param closed whether the emulator is shutting down, so that it need not wait
   */
  synchronized <T> T run(Supplier<T> batch, BooleanSupplier closed) {
    await(closed);
    try {
      return batch.get();
    } finally {
      end(TURN);
    }
  }

  /** Runs a batch of a part unless another node runs one of the same part. */
  synchronized <T> Optional<T> runIfFree(int part, Supplier<T> batch) {
    long key = TURN + 1 + part;
    if (!take(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(batch.get());
    } finally {
      end(key);
    }
  }

  private boolean take(long key) {
    try {
      session.renew();
      boolean taken = session.tryLock(key);
      if (!taken) {
        NodeNames.endUnresponsive(session, key);
      }
      return taken;
    } catch (SQLException e) {
      session.close();
      throw LockSession.failure(e);
    }
  }

  private void await(BooleanSupplier closed) {
    try {
      session.renew();
      for (int i = 0; !closed.getAsBoolean() && i < MAX_ATTEMPTS; i++) {
        if (session.lock(TURN)) {
          return;
        }
        NodeNames.endUnresponsive(session, TURN);
      }
    } catch (SQLException e) {
      session.close();
      throw LockSession.failure(e);
    }
    throw new DataAccessResourceFailureException("another node is still doing due work");
  }

  private void end(long key) {
    try {
      session.unlock(key);
    } catch (SQLException e) {
      LOG.debug("the turn of this node is lost", e);
      session.close();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
