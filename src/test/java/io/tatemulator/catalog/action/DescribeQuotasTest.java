package io.tatemulator.catalog.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeQuotasTest extends AcceptanceTest {
  private static final Body BOTH = Body.of("{'ResourceNames': ['COMMAND', 'REGISTER_CODE']}");

  private static String quotas(Api caller) {
    return caller.ok("DescribeQuotas", BOTH).list("GeneralResourceQuotaSet").toString();
  }

  private static String used(long commands, long codes) {
    return "[{'ResourceName':'COMMAND','ResourceQuotaUsed':%s,'ResourceQuotaTotal':500}, "
        .concat("{'ResourceName':'REGISTER_CODE','ResourceQuotaUsed':%s,")
        .concat("'ResourceQuotaTotal':5000}]")
        .replace('\'', '"')
        .formatted(commands, codes);
  }

  @Test
  void answersThePublishedExample() {
    Answer answer = api.ok("DescribeQuotas", BOTH);

    assertThat(answer.members()).containsExactlyInAnyOrder("GeneralResourceQuotaSet", "RequestId");
    // Each tenant has one built-in command of its own; public ones do not count.
    assertThat(quotas(api)).isEqualTo(used(1, 0));
  }

  @Test
  void countsWhatIsCreatedAndWhatIsDeleted() {
    String command = api.createCommand(Body.command("one"));
    api.createCommand(Body.command("two"));
    String code = api.ok("CreateRegisterCode", "{}").text("RegisterCodeId");
    api.ok("RunCommand", Body.run(INSTANCE));
    assertThat(quotas(api)).isEqualTo(used(3, 1));

    api.ok("DeleteCommand", Body.of("{}").with("CommandId", command));
    Body codes = Body.of("{}").with("RegisterCodeIds", List.of(code));
    api.ok("DisableRegisterCodes", codes);
    assertThat(quotas(api)).isEqualTo(used(2, 1));
    api.ok("DeleteRegisterCodes", codes);
    assertThat(quotas(api)).isEqualTo(used(2, 0));
  }

  @Test
  void answersInTheOrderAskedAndOnceEach() {
    Answer answer =
        api.ok("DescribeQuotas", "{'ResourceNames': ['REGISTER_CODE', 'COMMAND', 'COMMAND']}");

    assertThat(answer.texts("GeneralResourceQuotaSet", "ResourceName"))
        .containsExactly("REGISTER_CODE", "COMMAND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "command", "INVOKER"})
  void refusesResourcesThatItDoesNotKnow(String name) {
    Body body = Body.of("{}").with("ResourceNames", List.of("COMMAND", name));

    assertThat(api.call("DescribeQuotas", body).code())
        .isEqualTo("ResourceUnavailable.InvalidResourceQuotaResourceCode");
  }

  @Test
  void wantsNames() {
    for (String body : List.of("{}", "{'ResourceNames': []}")) {
      assertThat(api.call("DescribeQuotas", body).code()).isEqualTo("MissingParameter");
    }
  }

  @Test
  void countsForEachAccountAndRegion() {
    api.createCommand(Body.command("mine"));
    api.ok("CreateRegisterCode", "{}");

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(quotas(stranger)).isEqualTo(used(1, 0));
    }
  }
}
