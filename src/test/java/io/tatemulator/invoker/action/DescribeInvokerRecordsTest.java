package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ListingContract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeInvokerRecordsTest extends ListingContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeInvokerRecords",
        "InvokerRecordSet",
        "InvokerIds",
        "InvokerId",
        "ivk-00000000",
        "ivk-?",
        "InvalidParameterValue.InvalidInvokerId",
        "InvalidParameterValue.TooLong",
        new Limits("InvalidParameterValue.TooLarge", "InvalidParameterValue.TooSmall"));
  }

  @Override
  protected List<String> create(Api caller, int count) {
    return fire(caller, Collections.nCopies(count, Body.once("")).toArray(Body[]::new));
  }

  @Test
  void answersThePublishedExample() {
    String invoker = fireOnce(api);

    Answer answer =
        api.ok(
            "DescribeInvokerRecords",
            "{'InvokerIds': ['" + invoker + "'], 'Offset': 0, 'Limit': 2}");

    assertThat(answer.members())
        .containsExactlyInAnyOrder("TotalCount", "InvokerRecordSet", "RequestId");
    assertThat(answer.number("TotalCount")).isEqualTo(1);
    assertThat(answer.list("InvokerRecordSet").get(0).propertyNames())
        .containsExactlyInAnyOrder("InvokerId", "InvokeTime", "Reason", "InvocationId", "Result");
    assertThat(answer.text("InvokerRecordSet/0/InvokerId")).isEqualTo(invoker);
    assertThat(answer.text("InvokerRecordSet/0/Reason"))
        .isEqualTo("start an invocation at scheduled time.");
    assertThat(answer.text("InvokerRecordSet/0/InvocationId")).matches("inv-[0-9a-z]{8}");
    assertThat(answer.text("InvokerRecordSet/0/Result")).isEqualTo("SUCCESS");
    assertThat(answer.text("InvokerRecordSet/0/InvokeTime"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void showsTheTimeOfTheTriggerRatherThanOfTheSchedule() {
    String invoker = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));
    Instant noEarlier =
        Instant.now(clock).plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);

    hostClock.advance(Duration.ofHours(3));
    settle();

    Instant shown = Instant.parse(records(invoker).text("InvokerRecordSet/0/InvokeTime"));
    assertThat(shown).isBetween(noEarlier, Instant.now(clock));
  }

  @Test
  void showsTheNewestRunOfAnInvokerFirst() {
    String invoker = api.createInvoker(Body.recurring("30 4 * * *"));
    advance(Duration.ofDays(1));
    advance(Duration.ofDays(1));

    List<String> times = records(invoker).texts("InvokerRecordSet", "InvokeTime");

    assertThat(times)
        .hasSizeGreaterThanOrEqualTo(2)
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(times).doesNotHaveDuplicates();
  }

  @Test
  void namesTheInvocationThatAFireBegan() {
    String invocation = records(fireOnce(api)).text("InvokerRecordSet/0/InvocationId");

    Answer invocations = api.ok("DescribeInvocations", "{'InvocationIds': ['" + invocation + "']}");

    assertThat(invocations.number("TotalCount")).isEqualTo(1);
  }

  @Test
  void countsARepeatedNameOnce() {
    String invoker = fireOnce(api);

    Answer answer =
        list(api, all().with("InvokerIds", List.of(invoker, invoker, listing().unknown())));

    assertThat(answer.number("TotalCount")).isEqualTo(1);
    assertThat(answer.list("InvokerRecordSet")).hasSize(1);
  }

  @Test
  void takesNoFilters() {
    assertThat(list(api, all().with("Filters", List.of())).code()).isEqualTo("UnknownParameter");
  }

  private Answer records(String invoker) {
    return api.ok("DescribeInvokerRecords", "{'InvokerIds': ['" + invoker + "']}");
  }

  @Test
  void refusesIdsOfSeveralResources() {
    Body mixed = all().with("InvokerIds", List.of("ivk-00000000", "cmd-m7uma92n"));

    assertThat(list(api, mixed).code()).isEqualTo("InvalidParameterValue.InconsistentID");
  }
}
