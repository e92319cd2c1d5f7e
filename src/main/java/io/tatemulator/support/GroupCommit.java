package io.tatemulator.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/**
 * Processes concurrent requests of many threads in batches, so that they share a cost that each
 * would otherwise have alone, such as a commit. Requests that arrive during a batch form the next
 * one; no request is delayed to fill a batch.
 *
 * @param <Q> a request
 * @param <A> a response
 */
public final class GroupCommit<Q, A> {
  private static final int MAX_BATCH = 256;
  private static final long TIMEOUT_MILLIS = 10_000;
  private static final long MAX_RETRY_NANOS = 10_000_000_000L;

  /** Processes a batch. */
  public interface Work<Q, A> {
    /** Returns one result for each request, in order. */
    List<Result<A>> process(List<Q> requests);
  }

  /** The result of one request of a batch. */
  public sealed interface Result<A> {
    /** A response. */
    record Success<A>(A response) implements Result<A> {}

    /** An error of this request alone. */
    record Failure<A>(RuntimeException error) implements Result<A> {}
  }

  private record Pending<Q, A>(Q request, CompletableFuture<Result<A>> result) {}

  /** The pending requests; an empty item stops the worker. */
  private final BlockingQueue<Optional<Pending<Q, A>>> queue = new LinkedBlockingQueue<>();

  private final List<Optional<Pending<Q, A>>> drained = new ArrayList<>(MAX_BATCH);
  private final Result<A> failure =
      new Result.Failure<>(new IllegalStateException("the request could not be processed"));

  private final Work<Q, A> work;
  private final Predicate<RuntimeException> isWorthAnotherAttempt;
  private final Thread worker;
  private volatile boolean closed;

  /**
   * Starts a worker thread.
   *
   * @param name the name of the thread
   * @param isWorthAnotherAttempt whether each request of a batch is processed alone after a
   *     failure, since another request may have caused it. Any other failure, such as that of a
   *     server that is gone, is that of all
   */
  public GroupCommit(
      String name, Work<Q, A> work, Predicate<RuntimeException> isWorthAnotherAttempt) {
    this.work = work;
    this.isWorthAnotherAttempt = isWorthAnotherAttempt;
    this.worker = new Thread(this::run, name);
    this.worker.setDaemon(true);
    this.worker.start();
  }

  /**
   * Submits a request and waits for the response.
   *
   * @throws RuntimeException the error of the request
   */
  public A submit(Q request) {
    Pending<Q, A> pending = new Pending<>(request, new CompletableFuture<>());
    queue.add(Optional.of(pending));
    if (closed) {
      failRemaining();
    }
    Result<A> result = pending.result().join();
    if (result instanceof Result.Failure<A> failed) {
      throw failed.error();
    }
    return ((Result.Success<A>) result).response();
  }

  /** Processes the pending requests and rejects later ones. */
  public void close() throws InterruptedException {
    // Not by an interrupt: during a write of H2, it closes the database for all threads.
    queue.add(Optional.empty());
    worker.join(TIMEOUT_MILLIS);
  }

  private void run() {
    try {
      while (!closed) {
        processNext();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      failRemaining();
    }
  }

  private void processNext() throws InterruptedException {
    drained.clear();
    drained.add(queue.take());
    try {
      queue.drainTo(drained, MAX_BATCH - 1);
      closed = drained.contains(Optional.<Pending<Q, A>>empty());
      process(drained.stream().flatMap(Optional::stream).toList());
    } catch (Throwable e) {
      // Memory may have run out, here or in another thread: complete requests without allocation.
      for (int i = 0; i < drained.size(); i++) {
        Pending<Q, A> pending = drained.get(i).orElse(null);
        if (pending != null) {
          pending.result().complete(failure);
        }
      }
    }
  }

  private void process(List<Pending<Q, A>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      processTogether(batch);
    } catch (RuntimeException e) {
      if (batch.size() == 1 || !isWorthAnotherAttempt.test(e)) {
        batch.forEach(pending -> fail(pending, e));
      } else {
        processEach(batch);
      }
    }
  }

  private void processTogether(List<Pending<Q, A>> batch) {
    List<Result<A>> results = work.process(batch.stream().map(Pending::request).toList());
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).result().complete(results.get(i));
    }
  }

  /** An error of one request must not fail the others. */
  private void processEach(List<Pending<Q, A>> batch) {
    long end = System.nanoTime() + MAX_RETRY_NANOS;
    for (int i = 0; i < batch.size(); i++) {
      try {
        processTogether(batch.subList(i, i + 1));
      } catch (RuntimeException e) {
        // A lock that is never released would otherwise be waited for once for each request.
        if (!isWorthAnotherAttempt.test(e) || System.nanoTime() > end) {
          batch.subList(i, batch.size()).forEach(pending -> fail(pending, e));
          return;
        }
        fail(batch.get(i), e);
      }
    }
  }

  private void failRemaining() {
    List<Optional<Pending<Q, A>>> remaining = new ArrayList<>();
    queue.drainTo(remaining);
    remaining.stream()
        .flatMap(Optional::stream)
        .forEach(pending -> fail(pending, new IllegalStateException("shutting down")));
  }

  private static <Q, A> void fail(Pending<Q, A> pending, RuntimeException reason) {
    pending.result().complete(new Result.Failure<>(reason));
  }
}
