package io.tatemulator.invoker;

import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.Crontab;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Computes when a tenant's invokers will fire if they are not changed. */
@Service
public class UpcomingFires {
  /**
   * A fire to come.
   *
   * @param dueAt the instant at which it is due
   */
  public record Upcoming(String invokerId, String name, Instant dueAt) {}

  /**
   * An invoker with the numbers of its fires to come.
   *
   * @param nextFireAt when it fires next
   * @param fires the number of fires in each interval
   */
  public record Counted(
      String invokerId,
      String name,
      @Nullable String recurrence,
      Instant nextFireAt,
      List<Integer> fires) {}

  /** An invoker and a fire of it. */
  private record Candidate(Invoker invoker, Instant dueAt) {
    Upcoming upcoming() {
      return new Upcoming(invoker.invokerId(), invoker.name(), dueAt);
    }
  }

  /** Since then, a crontab is due equally often on each day on which it is due. */
  private static final int LAST_YEAR_WITH_DST = 1991;

  private final InvokerRepository invokers;
  private final Scheduling scheduling;
  private final Tenants tenants;
  private final ReadTransaction reading;

  UpcomingFires(
      InvokerRepository invokers, Scheduling scheduling, Tenants tenants, ReadTransaction reading) {
    this.invokers = invokers;
    this.scheduling = scheduling;
    this.tenants = tenants;
    this.reading = reading;
  }

  /**
   * Returns the next fires of all invokers of a tenant, in the order in which they are due.
   *
   * @param now the present time; of what is overdue, only the first fire of an invoker counts
   * @param limit the maximum number
   */
  public List<Upcoming> next(Tenant tenant, Instant now, int limit) {
    return reading.run(() -> merge(scheduled(tenant, new Page(0, limit)), now, limit));
  }

  /**
   * Counts the fires of a page of invokers, in the order in which they fire next.
   *
   * @param boundaries the ends of the intervals, in order, and before them the start of the first;
   *     what is due before that counts in the first interval
   */
  public Paged<Counted> count(Tenant tenant, List<Instant> boundaries, Page page) {
    return reading.run(
        () -> {
          long total = invokers.countScheduled(tenants.idOf(tenant), Instant.EPOCH);
          return new Paged<>(
              total,
              page.offset() < total
                  ? scheduled(tenant, page).stream()
                      .map(invoker -> counted(invoker, boundaries))
                      .toList()
                  : List.of());
        });
  }

  private List<Invoker> scheduled(Tenant tenant, Page page) {
    return page.limit() == 0
        ? List.of()
        : invokers.findScheduled(
            tenants.idOf(tenant), Instant.EPOCH, page.limit(), Math.toIntExact(page.offset()));
  }

  /**
   * Merges the fires of as many invokers as fires are wanted: an invoker that fires later than
   * these has none among them.
   */
  private List<Upcoming> merge(List<Invoker> first, Instant now, int limit) {
    PriorityQueue<Candidate> candidates =
        new PriorityQueue<>(
            Comparator.comparing(Candidate::dueAt)
                .thenComparingLong(candidate -> candidate.invoker().id()));
    first.forEach(invoker -> add(candidates, invoker, invoker.nextFireAt()));
    List<Upcoming> fires = new ArrayList<>();
    while (fires.size() < limit && !candidates.isEmpty()) {
      Candidate fire = candidates.remove();
      fires.add(fire.upcoming());
      add(candidates, fire.invoker(), after(fire.invoker(), latest(fire.dueAt(), now)));
    }
    return fires;
  }

  private static void add(
      PriorityQueue<Candidate> candidates, Invoker invoker, @Nullable Instant dueAt) {
    if (dueAt != null) {
      candidates.add(new Candidate(invoker, dueAt));
    }
  }

  /** Returns null when there is no further fire, or the crontab cannot be read. */
  private @Nullable Instant after(Invoker invoker, Instant instant) {
    try {
      return scheduling.nextFire(invoker.schedule(), instant);
    } catch (UnreadableCrontabException e) {
      return null;
    }
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Counted counted(Invoker invoker, List<Instant> boundaries) {
    Instant dueAt = invoker.nextFireAt();
    Instant nextFireAt = dueAt == null ? Instant.MAX : dueAt;
    Instant now = boundaries.get(0);
    List<Integer> fires = new ArrayList<>();
    for (int i = 1; i < boundaries.size(); i++) {
      Instant until = boundaries.get(i);
      int count = 0;
      // The first interval may begin within a day, and what is due at its very start has fired.
      if (i > 1 && dueAt != null && dueAt.isBefore(until)) {
        count = firesOfWholeDay(invoker, boundaries.get(i - 1), until);
        dueAt = count == 0 ? dueAt : after(invoker, until.minusMillis(1));
      }
      while (dueAt != null && dueAt.isBefore(until)) {
        count++;
        dueAt = after(invoker, latest(dueAt, now));
      }
      fires.add(count);
    }
    return new Counted(
        invoker.invokerId(),
        invoker.name(),
        invoker.schedule().recurrence(),
        nextFireAt,
        List.copyOf(fires));
  }

  /** Returns the number of fires on a day on which there is one; 0 unless it is a Beijing day. */
  private int firesOfWholeDay(Invoker invoker, Instant from, Instant until) {
    ZonedDateTime start = from.atZone(Crontab.ZONE);
    boolean wholeDay =
        start.toLocalTime().equals(LocalTime.MIDNIGHT)
            && start.plusDays(1).toInstant().equals(until)
            && start.getYear() > LAST_YEAR_WITH_DST;
    try {
      return wholeDay ? scheduling.timesADay(invoker.schedule()) : 0;
    } catch (UnreadableCrontabException e) {
      return 0;
    }
  }
}
