package io.tatemulator.schedule;

import io.tatemulator.invocation.InvocationWriter;
import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.InvokerQueue;
import io.tatemulator.invoker.InvokerRecords;
import io.tatemulator.persistence.AfterCommit;
import io.tatemulator.persistence.BatchTransaction;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.DueWork;
import io.tatemulator.time.Fire;
import io.tatemulator.time.Fires;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fires the invokers that are due. The claim, the record, the invocation and its tasks are one
 * transaction: each due instant fires exactly once or, if the process dies, is still due.
 */
@Component
final class DueInvokers implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(DueInvokers.class);
  private static final int BATCH = 1000;

  private final InvokerQueue queue;
  private final FirePlanner planner;
  private final FireFactory factory;
  private final InvocationWriter writer;
  private final InvokerRecords records;
  private final TransactionOperations transaction;
  private final BatchTransaction batches;
  private final Clock clock;
  private final List<FireObserver> observers;

  DueInvokers(
      InvokerQueue queue,
      FirePlanner planner,
      FireFactory factory,
      InvocationWriter writer,
      InvokerRecords records,
      TransactionOperations transaction,
      BatchTransaction batches,
      Clock clock,
      List<FireObserver> observers) {
    this.queue = queue;
    this.planner = planner;
    this.factory = factory;
    this.writer = writer;
    this.records = records;
    this.transaction = transaction;
    this.batches = batches;
    this.clock = clock;
    this.observers = observers;
  }

  @Override
  public Kind kind() {
    return Kind.INVOKERS;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant instant) {
    return queue.nextDueAfter(instant);
  }

  @Override
  public BatchResult run(Instant now) {
    return run(now, queue.due(now, BATCH));
  }

  /** A fire changes its invoker and adds rows, so different invokers can fire side by side. */
  @Override
  public int parts() {
    return InvokerQueue.PARTS;
  }

  @Override
  public BatchResult runPart(Instant now, int part) {
    return run(now, queue.dueOfPart(now, BATCH, part));
  }

  private BatchResult run(Instant now, List<DueInvoker> due) {
    if (due.isEmpty()) {
      return BatchResult.DONE;
    }
    List<InvokerClaim> claims = planner.plan(due, now);
    List<Fire> fires = new ArrayList<>(claims.size());
    batches.run(
        claims,
        batch -> fireBatch(batch, invoker -> now),
        fired -> {
          fires.addAll(fired);
          // At once, since a later part of the batch may fail and this one has been committed.
          notifyObservers(fired, clock.instant());
        },
        this::skip);
    return new BatchResult(
        Fires.of(fires),
        due.size() == BATCH || claims.stream().anyMatch(claim -> isDueAgain(claim, now)));
  }

  /** Returns whether a claim is due again now, as when each missed instant is made up for. */
  private static boolean isDueAgain(InvokerClaim claim, Instant now) {
    return claim.next() != null && !claim.next().isAfter(now);
  }

  /**
   * Plans the next fires of a move, for {@link #fireAtDueInstants}.
   *
   * @param maxTasks the maximum number of tasks that the fires start
   * @return none if nothing is due by the target, or too much at the first instant
   */
  List<InvokerClaim> planNextFires(Instant now, Instant target, int maxTasks) {
    List<DueInvoker> upcoming = queue.upcoming(now, target, maxTasks + 1);
    boolean all = upcoming.size() <= maxTasks;
    // More may be due at the instant of the last one.
    Instant until = all ? target : upcoming.get(maxTasks).dueAt().minusMillis(1);
    return planner.planNextFires(upcoming, until, maxTasks);
  }

  /** Fires at several instants in the running transaction, each time as at that instant. */
  Fires fireAtDueInstants(List<InvokerClaim> claims) {
    List<Fire> fires = fireBatch(claims, DueInvoker::dueAt);
    if (fires.size() != claims.size()) {
      throw new IllegalStateException(
          "planned " + claims.size() + " fires, could claim " + fires.size());
    }
    fires.stream()
        .collect(Collectors.groupingBy(Fire::dueAt, TreeMap::new, Collectors.toList()))
        .forEach((at, fired) -> notifyObservers(fired, at));
    return Fires.of(fires);
  }

  /** A section of a move commits later, but the clock is held until then. */
  private void notifyObservers(List<Fire> fires, Instant committedAt) {
    AfterCommit.runOrNow(() -> observers.forEach(observer -> observer.onFired(fires, committedAt)));
  }

  private List<Fire> fireBatch(List<InvokerClaim> claims, Function<DueInvoker, Instant> time) {
    List<DueInvoker> firing =
        queue.claim(claims).stream()
            .filter(InvokerClaim::fires)
            .map(InvokerClaim::invoker)
            .toList();
    List<NewFire> fires = factory.create(firing, time);
    writer.write(fires.stream().map(NewFire::invocation).toList());
    records.append(fires.stream().map(NewFire::record).toList());
    return fires.stream().map(NewFire::fire).toList();
  }

  /** Skips the due instant so that it does not fail again and again; later ones are tried. */
  private void skip(InvokerClaim claim, Throwable cause) {
    DueInvoker invoker = claim.invoker();
    LOG.error(
        "invoker with id {} cannot fire at {}; the fire is skipped",
        invoker.id(),
        invoker.dueAt(),
        cause);
    transaction.execute(
        status -> queue.claim(List.of(new InvokerClaim(invoker, false, claim.next()))));
  }
}
