package io.tatemulator.control.route;

import io.tatemulator.control.PageParameters;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.invoker.UpcomingFires;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.EnumNames;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.Crontab;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows when the invokers of a tenant will fire. */
@RestController
final class ScheduleRoute {
  /** The spans of a calendar, in Beijing time. */
  enum Span {
    DAY(ChronoUnit.HOURS, 24),
    WEEK(ChronoUnit.DAYS, 7),
    MONTH(ChronoUnit.DAYS, 31);

    private final ChronoUnit unit;
    private final int intervals;

    Span(ChronoUnit unit, int intervals) {
      this.unit = unit;
      this.intervals = intervals;
    }

    /** Returns the start of the first interval, which is now, and the end of each. */
    private List<Instant> boundaries(Instant now) {
      ZonedDateTime start = now.atZone(Crontab.ZONE).truncatedTo(unit);
      return Stream.concat(
              Stream.of(now),
              IntStream.rangeClosed(1, intervals).mapToObj(i -> start.plus(i, unit).toInstant()))
          .toList();
    }
  }

  /**
   * The fires to come.
   *
   * @param now the time on the emulator's clock
   * @param fires the next fires, in the order in which they are due
   */
  record NextFires(Instant now, List<UpcomingFires.Upcoming> fires) {}

  /**
   * A calendar.
   *
   * @param now the time on the emulator's clock, at which the first interval starts
   * @param ends the end of each interval
   * @param total the number of invokers that fire again, on all pages
   * @param invokers the requested page, in the order in which they fire next
   */
  record Calendar(
      Instant now, List<Instant> ends, long total, List<UpcomingFires.Counted> invokers) {
    static Calendar of(List<Instant> boundaries, Paged<UpcomingFires.Counted> page) {
      return new Calendar(
          boundaries.get(0), boundaries.subList(1, boundaries.size()), page.total(), page.items());
    }
  }

  private static final Paged<UpcomingFires.Counted> NONE = new Paged<>(0, List.of());

  private final UpcomingFires upcoming;
  private final Tenants tenants;
  private final Clock clock;

  ScheduleRoute(UpcomingFires upcoming, Tenants tenants, Clock clock) {
    this.upcoming = upcoming;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Returns the next fires of all invokers of a tenant.
   *
   * @param limit the maximum number
   */
  @GetMapping("/_tat/schedule")
  NextFires next(
      TenantParameters parameters,
      @RequestParam(defaultValue = PageParameters.DEFAULT_LIMIT) int limit) {
    Tenant tenant = parameters.tenant();
    int count = PageParameters.page(limit, 0).limit();
    Instant now = clock.instant();
    List<UpcomingFires.Upcoming> fires =
        tenants.inKnownTenant(tenant, () -> upcoming.next(tenant, now, count)).orElseGet(List::of);
    return new NextFires(now, fires);
  }

  /**
   * Counts the fires of a page of invokers in each hour of the coming day, or on each Beijing day
   * of the coming week or month.
   *
   * @param span {@code day}, {@code week} or {@code month}
   * @param limit the maximum number of invokers
   * @param offset how many invokers to skip
   */
  @GetMapping("/_tat/schedule/calendar")
  Calendar calendar(
      TenantParameters parameters,
      @RequestParam(defaultValue = "week") String span,
      @RequestParam(defaultValue = PageParameters.DEFAULT_LIMIT) int limit,
      @RequestParam(defaultValue = "0") long offset) {
    Tenant tenant = parameters.tenant();
    List<Instant> boundaries =
        EnumNames.parse("span", Span.class, span).boundaries(clock.instant());
    Page page = PageParameters.page(limit, offset);
    return Calendar.of(
        boundaries,
        tenants.inKnownTenant(tenant, () -> upcoming.count(tenant, boundaries, page)).orElse(NONE));
  }
}
