package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What will fire, as {@code /_tat/schedule} and its neighbours show it. */
class ScheduleRoutesTest extends ControlTest {
  /** 23:59 on a Tuesday in Beijing. */
  private static final String NOW = "2021-08-31T15:59:00Z";

  @BeforeEach
  void freeze() {
    control.freeze(NOW);
  }

  private static List<String> texts(JsonNode list, String member) {
    return list.valueStream().map(one -> one.path(member).asString()).toList();
  }

  private List<Integer> counts(String span) {
    JsonNode calendar = control.ok("GET", "schedule/calendar?span=" + span, "");
    assertThat(calendar.path("invokers")).hasSize(1);
    return calendar.at("/invokers/0/fires").valueStream().map(JsonNode::asInt).toList();
  }

  @Test
  void theNextFiresOfAllInvokersAreMerged() {
    String once = api.createInvoker(Body.once("2021-08-31T17:30:00Z"));
    String hourly = api.createInvoker(Body.recurring("0 * * * *"));
    String disabled = api.createInvoker(Body.recurring("* * * * *"));
    api.ok("DisableInvoker", Body.of("{}").with("InvokerId", disabled));

    JsonNode next = control.ok("GET", "schedule?limit=4", "");

    assertThat(next.path("now").asString()).isEqualTo(NOW);
    assertThat(texts(next.path("fires"), "dueAt"))
        .containsExactly(
            "2021-08-31T16:00:00Z",
            "2021-08-31T17:00:00Z",
            "2021-08-31T17:30:00Z",
            "2021-08-31T18:00:00Z");
    assertThat(texts(next.path("fires"), "invokerId"))
        .containsExactly(hourly, hourly, once, hourly);
  }

  @Test
  void whatIsShownIsWhatFires() {
    api.createInvoker(Body.recurring("*/7 9-17 * * 1-5"));
    api.createInvoker(Body.recurring("0 0 1 * 1"));
    List<String> shown = texts(control.ok("GET", "schedule?limit=100", "").path("fires"), "dueAt");

    List<String> fired = texts(control.advance(Duration.ofDays(1)).path("fires"), "dueAt");

    assertThat(fired).isNotEmpty().isEqualTo(shown.subList(0, fired.size()));
  }

  @ParameterizedTest
  @CsvSource({"day,24", "week,7", "month,31"})
  void countsOfACalendarAreThoseOfTheFires(String span, int intervals) {
    api.createInvoker(Body.recurring("*/10 8,20 * * *"));

    List<Integer> counts = counts(span);

    assertThat(counts).hasSize(intervals);
    JsonNode ends = control.ok("GET", "schedule/calendar?span=" + span, "").path("ends");
    IntStream.range(0, intervals)
        .forEach(
            i -> {
              // An interval ends before its end.
              String last = Instant.parse(ends.path(i).asString()).minusMillis(1).toString();
              assertThat(
                      control
                          .ok("POST", "clock/advance", "{'to': '" + last + "'}")
                          .path("fired")
                          .asInt())
                  .as("interval " + i)
                  .isEqualTo(counts.get(i));
            });
  }

  @Test
  void whatHasFiredAtMidnightIsNotCountedAgain() {
    api.createInvoker(Body.recurring("0 0,12 * * *"));
    control.advance(Duration.ofMinutes(1));

    assertThat(counts("week")).containsExactly(1, 2, 2, 2, 2, 2, 2);
  }

  @Test
  void anInvokerOfOneDayIsInItsInterval() {
    api.createInvoker(Body.once("2021-09-01T16:00:00Z"));

    assertThat(counts("week")).containsExactly(0, 0, 1, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule/calendar", "tenants", "invokers"})
  void aPageBeyondTheEndIsEmpty(String route) {
    api.createInvoker(Body.recurring("0 * * * *"));

    JsonNode page = control.ok("GET", route + "?offset=9223372036854775807", "");

    assertThat(page.path("total").asLong()).isEqualTo(1);
    assertThat(page.path(route.equals("tenants") ? "tenants" : "invokers")).isEmpty();
  }

  @Test
  void crontabsAreExplained() {
    JsonNode english = control.ok("GET", "crontab?count=2&expression=*/5+9-17+*+*+1-5", "");
    assertThat(english.path("description").asString()).contains("every 5 minutes");
    assertThat(english.path("next").valueStream().map(JsonNode::asString))
        .containsExactly("2021-09-01T01:00:00Z", "2021-09-01T01:05:00Z");
    assertThat(
            control
                .ok("GET", "crontab?language=zh&expression=*/5+*+*+*+*", "")
                .path("description")
                .asString())
        .contains("分钟");
    assertThat(control.call("GET", "crontab?expression=*/5+*+*+*", "").error())
        .contains("`expression`", "*/5 * * *");
    assertThat(control.ok("GET", "crontab?expression=0+0+30+2+*", "").path("next")).isEmpty();
  }
}
