package io.tatemulator.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Answers together what many threads ask at once, so that they share what a single answer would
 * cost each of them, such as a commit. What is asked while one batch is being answered makes up the
 * next one; nothing waits for company.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Batcher<Q, A> implements AutoCloseable {
  private static final int MOST = 256;

  /** Answers a batch. */
  public interface Work<Q, A> {
    /**
     * One answer for each question, in order; an answer that throws refuses its own question only.
     */
    List<Supplier<A>> answer(List<Q> questions);
  }

  private record Ticket<Q, A>(Q question, CompletableFuture<Supplier<A>> answer) {}

  private final BlockingQueue<Ticket<Q, A>> waiting = new LinkedBlockingQueue<>();
  private final Work<Q, A> work;
  private final Thread worker;
  private volatile boolean closed;

  /** A batcher with a thread of its own. */
  public Batcher(String name, Work<Q, A> work) {
    this.work = work;
    this.worker = new Thread(this::run, name);
    this.worker.setDaemon(true);
    this.worker.start();
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws RuntimeException whatever refuses the question
   */
  public A ask(Q question) {
    Ticket<Q, A> ticket = new Ticket<>(question, new CompletableFuture<>());
    waiting.add(ticket);
    if (closed) {
      refuseAll();
    }
    return ticket.answer().join().get();
  }

  @Override
  public void close() {
    closed = true;
    worker.interrupt();
  }

  private void run() {
    List<Ticket<Q, A>> batch = new ArrayList<>(MOST);
    try {
      while (!closed) {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST - 1);
        answer(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseAll();
  }

  private void answer(List<Ticket<Q, A>> batch) {
    try {
      List<Supplier<A>> answers = work.answer(batch.stream().map(Ticket::question).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        refuse(batch.get(0), e);
      } else {
        // Whatever one question broke must not be the others' fault.
        batch.forEach(ticket -> answer(List.of(ticket)));
      }
    }
  }

  private void refuseAll() {
    List<Ticket<Q, A>> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(ticket -> refuse(ticket, new IllegalStateException("shutting down")));
  }

  private static <Q, A> void refuse(Ticket<Q, A> ticket, RuntimeException reason) {
    ticket
        .answer()
        .complete(
            () -> {
              throw reason;
            });
  }
}
