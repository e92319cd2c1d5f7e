package io.tatemulator.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.PausedDueWork;
import io.tatemulator.time.DueWorkRunner;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteCommandsTest extends AcceptanceTest {
  private final DueWorkRunner dueWork = part(DueWorkRunner.class);

  private static Answer delete(Api caller, List<String> ids) {
    return caller.call("DeleteCommands", Body.of("{}").with("CommandIds", ids));
  }

  private Answer delete(String... ids) {
    return delete(api, List.of(ids));
  }

  private List<String> own() {
    String filter = "{'Filters': [{'Name': 'created-by', 'Values': ['USER']}]}";
    return api.ok("DescribeCommands", filter).texts("CommandSet", "CommandId");
  }

  private String create(String name) {
    return api.createCommand(Body.command(name));
  }

  @Test
  void removesAllThatIsNamedLikeThePublishedExample() {
    String one = create("one");
    String two = create("two");

    assertThat(delete(one, two).members()).containsExactly("RequestId");

    assertThat(own()).containsExactly(COMMAND);
    assertThat(create("one")).isNotEqualTo(one);
  }

  @Test
  void countsAnIdOnceThatIsNamedTwice() {
    String one = create("one");

    assertThat(delete(one, one).code()).isEmpty();
    assertThat(own()).containsExactly(COMMAND);
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidCommandId",
    "cmd-1234567, InvalidParameterValue.InvalidCommandId",
    "ivk-12345678, InvalidParameterValue.InvalidCommandId",
    "cmd-00000000, ResourceNotFound.CommandNotFound",
    "cmd-diskus01, InvalidParameterValue.InvalidCommandId"
  })
  void removesNothingWhenOneIsNoCommandOfOnesOwn(String id, String code) {
    String good = create("good");

    assertThat(delete(good, id).code()).isEqualTo(code);
    assertThat(delete(id, good).code()).isEqualTo(code);

    assertThat(own()).contains(good);
  }

  @Test
  void removesNothingWhenOneIsBound() {
    String good = create("good");
    String bound = create("bound");
    api.createInvoker(Body.recurring("0 0 1 * *").with("CommandId", bound));

    assertThat(delete(good, bound).code()).isEqualTo("ResourceUnavailable.CommandInInvoker");

    assertThat(own()).contains(good, bound);
  }

  @Test
  void removesNothingWhenOneIsBeingExecuted() {
    String good = create("good");
    String busy = create("busy");
    PausedDueWork.during(
        dueWork,
        () -> {
          api.ok("InvokeCommand", Body.invoke(busy, INSTANCE));

          assertThat(delete(good, busy).code()).isEqualTo("ResourceUnavailable.CommandInExecuting");
        });

    assertThat(own()).contains(good, busy);
  }

  @Test
  void takesUpToAHundredIds() {
    String one = create("one");

    assertThat(delete(api, Collections.nCopies(101, one)).code())
        .isEqualTo("InvalidParameterValue");
    assertThat(own()).contains(one);
    assertThat(delete(api, Collections.nCopies(100, one)).code()).isEmpty();
  }

  @Test
  void wantsIds() {
    for (String body : List.of("{}", "{'CommandIds': []}")) {
      assertThat(api.call("DeleteCommands", body).code()).isEqualTo("MissingParameter");
    }
  }

  @Test
  void keepsWhatTheCommandHasRun() {
    String id = create("has-run");
    String invoker = fire(api, Body.once("").with("CommandId", id)).get(0);
    api.ok("DeleteInvoker", "{'InvokerId': '" + invoker + "'}");
    var before = api.ok("DescribeInvocations", "{}").list("InvocationSet");
    assertThat(before).hasSize(1);

    assertThat(delete(id).code()).isEmpty();

    assertThat(api.ok("DescribeInvocations", "{}").list("InvocationSet")).isEqualTo(before);
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    String id = create("mine");

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(delete(stranger, List.of(COMMAND, id)).code())
          .isEqualTo("ResourceNotFound.CommandNotFound");
    }
    assertThat(own()).containsExactly(id, COMMAND);
  }
}
