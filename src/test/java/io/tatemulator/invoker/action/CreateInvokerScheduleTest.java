package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateInvokerScheduleTest extends AcceptanceTest {
  private Answer create(Body body) {
    return api.call("CreateInvoker", body);
  }

  private Answer invokers() {
    return api.ok("DescribeInvokers", "{}");
  }

  private Answer records() {
    return api.ok("DescribeInvokerRecords", "{}");
  }

  @Test
  void firesOnceAtItsTimeAndNeverAgain() {
    api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));

    advance(Duration.ofMinutes(30));
    assertThat(records().number("TotalCount")).isZero();
    advance(Duration.ofMinutes(30));
    assertThat(records().number("TotalCount")).isEqualTo(1);
    advance(Duration.ofDays(3));
    assertThat(records().number("TotalCount")).isEqualTo(1);
  }

  @Test
  void firesOnACrontabAgainAndAgain() {
    api.createInvoker(Body.recurring("15 3 * * 2"));

    for (int fires = 1; fires <= 3; fires++) {
      Instant next = Instant.parse(invokers().text("InvokerSet/0/ScheduleSettings/InvokeTime"));
      advanceTo(next.minusSeconds(600));
      assertThat(records().number("TotalCount")).isEqualTo(fires - 1);

      advanceTo(next);

      assertThat(records().number("TotalCount")).isEqualTo(fires);
      Instant fired = Instant.parse(records().text("InvokerRecordSet/0/InvokeTime"));
      assertThat(fired).isBetween(next, next.plusSeconds(300));
      assertThat(next.atOffset(ZoneOffset.ofHours(8)).toString()).endsWith("T03:15+08:00");
    }
    assertThat(invokers().list("InvokerSet").get(0).path("Enable").asBoolean()).isTrue();
  }

  @Test
  void firesOnAllItsInstancesInTheirOrder() {
    List<String> instances = List.of("ins-zzzzzzzz", INSTANCE, "ins-aaaaaaaa");
    fire(api, Body.once("").with("InstanceIds", instances));

    assertThat(
            api.ok("DescribeInvocations", "{}")
                .texts("InvocationSet/0/InvocationTaskBasicInfoSet", "InstanceId"))
        .isEqualTo(instances);
  }

  @Test
  void takesTheFormOfTerraform() {
    String time = "2099-11-17T16:00:00Z";
    Body body =
        Body.once(time)
            .with("ScheduleSettings.Recurrence", "")
            .with("Username", "")
            .with("Parameters", "");

    assertThat(create(body).code()).isEmpty();
    assertThat(invokers().text("InvokerSet/0/ScheduleSettings/InvokeTime")).isEqualTo(time);
    assertThat(create(Body.recurring("0 0 1 * *").with("ScheduleSettings.InvokeTime", "")).code())
        .isEmpty();
  }

  @Test
  void ignoresTheFieldThatThePolicyDoesNotUse() {
    Body once =
        Body.once(in(1, ChronoUnit.HOURS)).with("ScheduleSettings.Recurrence", "no crontab");
    Body recurring = Body.recurring("0 0 1 * *").with("ScheduleSettings.InvokeTime", "no time");

    assertThat(create(once).code()).isEmpty();
    assertThat(create(recurring).code()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+08:00", "Z", "-03:30", "+14:00", "-00:00"})
  void takesATimeInAnyOffset(String offset) {
    Instant at = Instant.now(clock).plus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
    OffsetDateTime local = at.atOffset(ZoneOffset.of(offset));
    String text = local.toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    assertThat(create(Body.once(text + offset)).code()).isEmpty();
    assertThat(invokers().text("InvokerSet/0/ScheduleSettings/InvokeTime"))
        .isEqualTo(at.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2099-11-17 16:00:00",
        "2099-11-17",
        "2099-11-17T16:00:00",
        "2099-11-17T16:00Z",
        "2099-11-17T16:00:00+08",
        "2099-11-17T16:00:00+0800",
        "2099-02-30T16:00:00Z",
        "2099-11-17T25:00:00Z",
        "2099-11-17T16:00:60Z",
        "2099-11-17T16:00:00.Z",
        "4099075200",
        "+12099-11-17T16:00:00Z",
        "9999-12-31T23:59:59-18:00",
        "9999-12-31T23:00:00-01:00",
        " 2099-11-17T16:00:00Z",
        "2099-11-17T16:00:00Z[Asia/Shanghai]"
      })
  void refusesWhatIsNoTime(String text) {
    assertThat(create(Body.once(text)).code()).isEqualTo("InvalidParameterValue.InvalidTimeFormat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999Z"})
  void takesTheLastSecondThatHasFourDigitsForItsYear(String time) {
    assertThat(create(Body.once(time)).code()).isEmpty();
    assertThat(invokers().text("InvokerSet/0/ScheduleSettings/InvokeTime"))
        .isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  void refusesATimeThatIsMissingOrPast() {
    assertThat(create(Body.once("").without("ScheduleSettings.InvokeTime")).code())
        .isEqualTo("InvalidParameterValue.InvalidTimeFormat");
    for (String past :
        List.of(
            "2021-09-01T00:00:00+08:00", in(-1, ChronoUnit.SECONDS), in(0, ChronoUnit.SECONDS))) {
      assertThat(create(Body.once(past)).code())
          .isEqualTo("InvalidParameterValue.InvokeTimeExpired");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "0 0 0 1 * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "@daily",
        "* * L * *",
        "* * * * 5#2",
        "5-1 * * * *",
        "*/0 * * * *",
        "a * * * *",
        "0 0 31 2 *",
        "0 0 30 2 *",
        "5/10 * * * *",
        "* * ? * *",
        "0 0 15W * *",
        "1,,2 * * * *"
      })
  void refusesWhatIsNoCrontab(String crontab) {
    assertThat(create(Body.recurring(crontab)).code())
        .isEqualTo("InvalidParameterValue.InvalidCronExpression");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "*/5 * * * *",
        "0-30/10 9-17 * * 1-5",
        "0 0 1,15 * *",
        "0 0 29 2 *",
        "0 0 * * 0",
        "0 0 * * 7",
        "59 23 31 12 6",
        "0\t0  1 * *",
        "0 0 1 * 1",
        " 0 0 1 * * "
      })
  void takesCrontabs(String crontab) {
    assertThat(create(Body.recurring(crontab)).code()).isEmpty();
    assertThat(invokers().text("InvokerSet/0/ScheduleSettings/Recurrence")).isEqualTo(crontab);
  }

  @Test
  void wantsACrontabOfARecurringInvoker() {
    assertThat(create(Body.recurring("").without("ScheduleSettings.Recurrence")).code())
        .isEqualTo("InvalidParameterValue.InvalidCronExpression");
  }

  @Test
  void wantsSettingsWithAPolicyItKnows() {
    Body body = Body.once(in(1, ChronoUnit.HOURS));

    Answer missing = create(body.without("ScheduleSettings.Policy"));
    assertThat(missing.code()).isEqualTo("MissingParameter");
    assertThat(missing.message()).contains("`ScheduleSettings.Policy`");
    for (String policy : List.of("", "SCHEDULE", "once")) {
      assertThat(create(body.with("ScheduleSettings.Policy", policy)).code())
          .isEqualTo("InvalidParameterValue.Range");
    }
    assertThat(create(body.without("ScheduleSettings")).code()).isEqualTo("InvalidParameter");
  }
}
