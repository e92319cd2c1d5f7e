package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.invoker.CrontabObserver;
import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.InvokerClaim;
import io.tatemulator.invoker.NextFires;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.time.Crontabs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class FirePlannerTest {
  private static final Duration MISFIRE_THRESHOLD = Duration.ofMinutes(1);
  private static final Instant NINE = Instant.parse("2026-01-15T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "ONCE, 09:00:00, true, 09:10:00",
    "ONCE, 09:01:00, true, 09:10:00",
    "ONCE, 09:01:01, true, 09:10:00",
    "ONCE, 09:35:00, true, 09:40:00",
    "ONCE, 09:40:00, true, 09:40:00",
    "ONCE, 09:41:00, true, 09:40:00",
    "ONCE, 09:41:00.001, true, 09:50:00",
    "SKIP, 09:00:00, true, 09:10:00",
    "SKIP, 09:01:00, true, 09:10:00",
    "SKIP, 09:01:01, false, 09:10:00",
    "SKIP, 09:35:00, false, 09:40:00",
    "SKIP, 09:39:59.999, false, 09:40:00",
    "SKIP, 09:40:00, false, 09:40:00",
    "SKIP, 09:41:00, false, 09:40:00",
    "SKIP, 09:41:00.001, false, 09:50:00",
    "ALL, 09:00:00, true, 09:10:00",
    "ALL, 09:35:00, true, 09:10:00"
  })
  void aRecurringInvokerDueAtNineEveryTenMinutes(
      MisfirePolicy policy, String now, boolean fires, String next) {
    InvokerClaim claim = claim(policy, recurring("*/10 * * * *"), at(now));

    assertThat(claim.fires()).isEqualTo(fires);
    assertThat(claim.next()).isEqualTo(at(next));
  }

  @ParameterizedTest
  @EnumSource(MisfirePolicy.class)
  void aOnceInvokerFiresHoweverLateAndIsNeverDueAgain(MisfirePolicy policy) {
    Schedule once = new Schedule(Schedule.Policy.ONCE, null, NINE);

    InvokerClaim claim = claim(policy, once, NINE.plus(Duration.ofDays(365)));

    assertThat(claim.fires()).isTrue();
    assertThat(claim.next()).isNull();
  }

  @Test
  void aCrontabThatCanNoLongerBeReadFiresALastTime() {
    InvokerClaim claim = claim(MisfirePolicy.ONCE, recurring("no crontab"), NINE);

    assertThat(claim.fires()).isTrue();
    assertThat(claim.next()).isNull();
  }

  @Test
  void keepsTheOrderAndTellsInvokersWithDifferentCrontabsApart() {
    List<DueInvoker> due =
        List.of(
            due(1, recurring("*/10 * * * *")),
            due(2, recurring("0 * * * *")),
            due(3, recurring("*/10 * * * *")));

    List<InvokerClaim> claims = plan(MisfirePolicy.ONCE).plan(due, NINE);

    assertThat(claims).extracting(InvokerClaim::invoker).isEqualTo(due);
    assertThat(claims)
        .extracting(InvokerClaim::next)
        .containsExactly(at("09:10:00"), at("10:00:00"), at("09:10:00"));
  }

  @Test
  void aheadEachFiresInTimeOrderAsOftenAsItIsDue() {
    List<InvokerClaim> claims =
        ahead(
            at("10:00:00"),
            100,
            due(1, recurring("0 * * * *")),
            due(2, recurring("*/20 * * * *")),
            due(3, new Schedule(Schedule.Policy.ONCE, null, NINE)));

    assertThat(claims)
        .extracting(claim -> claim.invoker().id() + " " + claim.invoker().dueAt())
        .containsExactly(
            "1 " + NINE,
            "2 " + NINE,
            "3 " + NINE,
            "2 " + at("09:20:00"),
            "2 " + at("09:40:00"),
            "1 " + at("10:00:00"),
            "2 " + at("10:00:00"));
    assertThat(claims).allMatch(InvokerClaim::fires);
    assertThat(claims.get(2).next()).isNull();
    assertThat(claims.get(6).next()).isEqualTo(at("10:20:00"));
    assertThat(claims.get(6).invoker().version()).isEqualTo(3);
    assertThat(claims.get(6).invoker().fires()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 2", "3, 3", "4, 4", "5, 4", "6, 6"})
  void aheadAnInstantFiresAsAWholeOrNotAtAll(int limit, int planned) {
    List<InvokerClaim> claims =
        ahead(
            at("10:00:00"),
            limit,
            due(1, recurring("0 * * * *")),
            due(2, recurring("*/20 * * * *")));

    assertThat(claims).hasSize(planned);
  }

  @Test
  void aheadAnInstantThatDoesNotFitIsNotComputed() {
    List<String> unreadable = new ArrayList<>();

    assertThat(
            plan(MisfirePolicy.SKIP, () -> unreadable.add("one"))
                .planNextFires(
                    List.of(due(1, recurring("no crontab")), due(2, recurring("0 * * * *"))),
                    NINE,
                    1))
        .isEmpty();
    assertThat(unreadable).isEmpty();
  }

  @Test
  void aheadTheTasksCountNotTheInvokers() {
    DueInvoker ofTwo =
        new DueInvoker(
            1,
            1,
            1,
            recurring("0 * * * *"),
            NINE,
            0,
            0,
            1,
            List.of("ins-aaaaaaaa", "ins-bbbbbbbb"),
            "",
            "");

    assertThat(ahead(at("11:00:00"), 4, ofTwo)).hasSize(2);
    assertThat(ahead(at("11:00:00"), 1, ofTwo)).isEmpty();
  }

  private static List<InvokerClaim> ahead(Instant until, int limit, DueInvoker... due) {
    return plan(MisfirePolicy.SKIP).planNextFires(List.of(due), until, limit);
  }

  private static InvokerClaim claim(MisfirePolicy policy, Schedule schedule, Instant now) {
    return plan(policy).plan(List.of(due(1, schedule)), now).get(0);
  }

  private static FirePlanner plan(MisfirePolicy policy) {
    return plan(policy, () -> {});
  }

  private static FirePlanner plan(MisfirePolicy policy, CrontabObserver observer) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.register(Crontabs.class, Scheduling.class, NextFires.class);
      context.registerBean(CrontabObserver.class, () -> observer);
      context.refresh();
      return new FirePlanner(
          context.getBean(NextFires.class), new MisfireSettings(policy, MISFIRE_THRESHOLD));
    }
  }

  private static Schedule recurring(String crontab) {
    return new Schedule(Schedule.Policy.RECURRENCE, crontab, null);
  }

  private static DueInvoker due(long id, Schedule schedule) {
    return new DueInvoker(id, 1, id, schedule, NINE, 0, 0, 1, List.of("ins-yx05ky8j"), "", "");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-15T" + time + "Z");
  }
}
