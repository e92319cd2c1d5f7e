package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class CreateInvokerTest extends AcceptanceTest {
  private static final String ONCE =
      """
      {"Name": "test-invoker", "CommandId": "cmd-m7uma92n", "InstanceIds": ["ins-yx05ky8j"], "Type": "SCHEDULE",
       "ScheduleSettings": {"Policy": "ONCE", "InvokeTime": "%s"}}""";

  @Test
  void refusesThePublishedOnceExampleWhoseTimeHasPassed() {
    Answer answer = api.call("CreateInvoker", ONCE.formatted("2021-09-01T00:00:00+08:00"));

    assertThat(answer.code()).isEqualTo("InvalidParameterValue.InvokeTimeExpired");
  }

  @Test
  void firesOnceAtItsTime() {
    String id =
        api.call("CreateInvoker", ONCE.formatted(in(1, ChronoUnit.HOURS))).text("InvokerId");
    assertThat(id).matches("ivk-[0-9a-z]{8}");

    clock.advance(Duration.ofHours(1));

    await()
        .until(
            () ->
                api.call("DescribeInvokerRecords", "{}")
                    .text("InvokerRecordSet/0/Result")
                    .equals("SUCCESS"));
    assertThat(
            api.call("DescribeInvokerRecords", "{'InvokerIds': ['" + id + "']}")
                .number("TotalCount"))
        .isEqualTo(1);
  }
}
