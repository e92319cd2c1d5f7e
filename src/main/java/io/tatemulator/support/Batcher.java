package io.tatemulator.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
public final class Batcher<Q, A> {
  private static final int MOST = 256;
  private static final long PATIENCE_MILLIS = 10_000;

  /** Answers a batch. */
  public interface Work<Q, A> {
    /**
     * One answer for each question, in order; an answer that throws refuses its own question only.
     */
    List<Supplier<A>> answer(List<Q> questions);
  }

  private record Ticket<Q, A>(Q question, CompletableFuture<Supplier<A>> answer) {}

  /** What is asked; empty to end. */
  private final BlockingQueue<Optional<Ticket<Q, A>>> waiting = new LinkedBlockingQueue<>();

  private final List<Optional<Ticket<Q, A>>> taken = new ArrayList<>(MOST);
  private final Supplier<A> unanswered = this::unanswered;

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
    waiting.add(Optional.of(ticket));
    if (closed) {
      refuseAll();
    }
    return ticket.answer().join().get();
  }

  /** Answers what has been asked, and refuses what comes later. */
  public void close() throws InterruptedException {
    // Not by an interrupt: one that meets H2 as it writes closes the database for everybody.
    waiting.add(Optional.empty());
    worker.join(PATIENCE_MILLIS);
  }

  private void run() {
    try {
      while (!closed) {
        answerNext();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      refuseAll();
    }
  }

  private void answerNext() throws InterruptedException {
    taken.clear();
    taken.add(waiting.take());
    try {
      waiting.drainTo(taken, MOST - 1);
      closed = taken.contains(Optional.<Ticket<Q, A>>empty());
      answer(taken.stream().flatMap(Optional::stream).toList());
    } catch (Throwable e) {
      // Memory may have run out, here or in another thread: whoever waits is answered without any.
      for (int i = 0; i < taken.size(); i++) {
        Ticket<Q, A> ticket = taken.get(i).orElse(null);
        if (ticket != null) {
          ticket.answer().complete(unanswered);
        }
      }
    }
  }

  private void answer(List<Ticket<Q, A>> batch) {
    if (batch.isEmpty()) {
      return;
    }
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

  private A unanswered() {
    throw new IllegalStateException("what was asked could not be answered");
  }

  private void refuseAll() {
    List<Optional<Ticket<Q, A>>> left = new ArrayList<>();
    waiting.drainTo(left);
    left.stream()
        .flatMap(Optional::stream)
        .forEach(ticket -> refuse(ticket, new IllegalStateException("shutting down")));
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
