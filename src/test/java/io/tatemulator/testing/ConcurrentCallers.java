package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many threads that do the same thing at the same time. */
public final class ConcurrentCallers implements AutoCloseable {
  private static final int TIMEOUT_MINUTES = 3;

  private final ExecutorService threads;
  private final List<Future<?>> work;

  /**
   * Sets threads to work, all at once.
   *
   * @param job what each does, by its number from 0
   */
  public ConcurrentCallers(int size, IntFunction<Callable<?>> job) {
    threads = Executors.newFixedThreadPool(size);
    work = IntStream.range(0, size).<Future<?>>mapToObj(i -> threads.submit(job.apply(i))).toList();
  }

  /** Waits until all have come to their end; fails when one of them did not end well. */
  public void join() {
    for (Future<?> one : work) {
      assertThat(one).succeedsWithin(TIMEOUT_MINUTES, TimeUnit.MINUTES);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
