package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.DueWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
  @TempDir private Path folder;

  @Test
  void waitsForTheBatchInHandAndBeginsNoOther() throws Exception {
    InProcess emulator = new InProcess(folder, new MutableClock(), List.of(EndlessWork.class));
    EndlessWork work = emulator.part(EndlessWork.class);
    work.begun.await();

    emulator.close();
    work.stopped.countDown();

    assertThat(work.firstBatch)
        .as("what the database said to the batch in hand")
        .succeedsWithin(1, TimeUnit.MINUTES)
        .isEqualTo(1);
    assertThat(work.batches).hasValue(1);
  }

  /** Always has something due. Its first batch is in hand when the emulator is told to stop. */
  static final class EndlessWork implements DueWork {
    private static final int SECONDS_TO_STOP = 2;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Integer> firstBatch = new CompletableFuture<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final EntityManagerFactory database;

    EndlessWork(EntityManagerFactory database) {
      this.database = database;
    }

    @Override
    public Kind kind() {
      return Kind.RETENTION;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant instant) {
      return Optional.empty();
    }

    @Override
    public BatchResult run(Instant now) {
      if (batches.incrementAndGet() == 1) {
        begun.countDown();
        firstBatch.complete(useTheDatabaseOnceStopped());
      }
      return BatchResult.of(true);
    }

    /** An emulator that does not wait has stopped, and closed its database, within this time. */
    private @Nullable Integer useTheDatabaseOnceStopped() {
      try {
        boolean gone = stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        return gone ? -1 : useTheDatabase();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (RuntimeException e) {
        firstBatch.completeExceptionally(e);
        throw e;
      }
    }

    private int useTheDatabase() {
      try (EntityManager entities = database.createEntityManager()) {
        return ((Number) entities.createNativeQuery("select 1").getSingleResult()).intValue();
      }
    }
  }
}
