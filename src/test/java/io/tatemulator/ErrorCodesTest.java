package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented error that the invoker actions raise, each by a request with one fault. */
class ErrorCodesTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";
  private static final Body ONCE = Body.once("2099-09-01T00:00:00+08:00");

  static Stream<Arguments> refusals() {
    return Stream.of(
        create("InvalidParameter", ONCE.without("ScheduleSettings")),
        create(VALUE + "InvalidCommandId", ONCE.with("CommandId", "cmd-?")),
        create(VALUE + "InvalidCronExpression", Body.recurring("every day")),
        create(VALUE + "InvalidInstanceId", ONCE.with("InstanceIds", List.of("ins-?"))),
        create(VALUE + "InvalidTimeFormat", Body.once("tomorrow")),
        create(VALUE + "InvokeTimeExpired", Body.once("2021-09-01T00:00:00+08:00")),
        create(VALUE + "ParameterInvalidJsonFormat", ONCE.with("Parameters", "no json")),
        arguments(VALUE + "InvalidInvokerId", "EnableInvoker", Body.of("{'InvokerId': 'ivk-?'}")),
        create(
            VALUE + "InconsistentInstance",
            ONCE.with("InstanceIds", List.of("ins-yx05ky8j", "lhins-ar5wyn4x"))),
        create(VALUE + "Range", ONCE.with("Type", "NEVER")),
        create(VALUE + "TooLong", ONCE.with("Name", "n".repeat(121))),
        arguments(VALUE + "TooLarge", "DescribeInvokerRecords", Body.of("{'Limit': 101}")),
        arguments(VALUE + "TooSmall", "DescribeInvokerRecords", Body.of("{'Limit': 0}")),
        create("ResourceNotFound.CommandNotFound", ONCE.with("CommandId", "cmd-00000000")),
        create("ResourceNotFound.InstanceNotFound", on("ins-notfound")),
        create("ResourceUnavailable.AgentNotInstalled", on("ins-noagent0")),
        create("ResourceUnavailable.AgentStatusNotOnline", on("ins-offline0")),
        arguments(
            "ResourceUnavailable.CommandInInvoker",
            "DeleteCommand",
            Body.of("{'CommandId': 'cmd-m7uma92n'}")),
        arguments("InternalError", "FailOnPurpose", Body.of("{}")));
  }

  private static Arguments create(String code, Body body) {
    return arguments(code, "CreateInvoker", body);
  }

  private static Body on(String instance) {
    return ONCE.with("InstanceIds", Collections.singletonList(instance));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void isRaised(String code, String action, Body body) {
    api.createInvoker(ONCE);

    Answer answer = api.call(action, body);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).isNotBlank();
    assertThat(answer.members()).containsExactlyInAnyOrder("Error", "RequestId");
    assertThat(answer.status()).isEqualTo(200);
  }
}
