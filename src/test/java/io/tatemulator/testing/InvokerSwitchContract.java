package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every action that does one thing to one invoker. */
public abstract class InvokerSwitchContract extends AcceptanceTest {
  /** What is under test. */
  protected abstract String action();

  protected Answer apply(Api caller, String invoker) {
    return apply(caller, action(), invoker);
  }

  protected static Answer apply(Api caller, String action, String invoker) {
    return caller.call(action, Body.of("{}").with("InvokerId", invoker));
  }

  protected String monthly() {
    return api.createInvoker(Body.recurring("0 0 1 * *"));
  }

  /** How often this test's invokers have fired. */
  protected long fires() {
    return api.ok("DescribeInvokerRecords", "{}").number("TotalCount");
  }

  protected Answer shown() {
    return api.ok("DescribeInvokers", "{}");
  }

  @Test
  void answersWithNothingButTheRequestId() {
    Answer answer = apply(api, monthly());

    assertThat(answer.members()).containsExactly("RequestId");
  }

  @Test
  void wantsAnInvoker() {
    for (String body : List.of("{}", "{'InvokerId': null}")) {
      assertThat(api.call(action(), body).message())
          .isEqualTo("The request is missing a required parameter `InvokerId`.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidInvokerId",
    "ivk-1234567, InvalidParameterValue.InvalidInvokerId",
    "ivk-12345678901234567, InvalidParameterValue.InvalidInvokerId",
    "IVK-12345678, InvalidParameterValue.InvalidInvokerId",
    "cmd-m7uma92n, InvalidParameterValue.InvalidInvokerId",
    "ivk-00000000, ResourceNotFound",
    "ivk-1234567890123456, ResourceNotFound"
  })
  void refusesWhatIsNoInvoker(String id, String code) {
    assertThat(apply(api, id).code()).isEqualTo(code);
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    String id = monthly();
    String before = shown().list("InvokerSet").toString();

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(apply(stranger, id).code()).isEqualTo("ResourceNotFound");
    }
    assertThat(shown().list("InvokerSet").toString()).isEqualTo(before);
  }
}
