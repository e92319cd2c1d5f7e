package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.InvokerSwitchContract;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeleteInvokerTest extends InvokerSwitchContract {
  @Override
  protected String action() {
    return "DeleteInvoker";
  }

  @Test
  void removesAnInvokerWithItsTags() {
    Map<String, String> tag = Map.of("Key", "k", "Value", "v");
    String id = api.createInvoker(Body.recurring("0 0 1 * *").with("Tags", List.of(tag)));
    String other = monthly();

    assertThat(apply(api, id).code()).isEmpty();

    assertThat(shown().texts("InvokerSet", "InvokerId")).containsExactly(other);
    assertThat(apply(api, id).code()).isEqualTo("ResourceNotFound");
    assertThat(apply(api, "EnableInvoker", id).code()).isEqualTo("ResourceNotFound");
  }

  @Test
  void keepsItFromFiring() {
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));

    assertThat(apply(api, id).code()).isEmpty();
    advance(Duration.ofHours(2));

    assertThat(fires()).isZero();
  }

  @Test
  void keepsItsRecordsAndInvocations() {
    String id = fireOnce(api);
    Answer before = records(id);

    assertThat(apply(api, id).code()).isEmpty();

    assertThat(records(id).list("InvokerRecordSet")).isEqualTo(before.list("InvokerRecordSet"));
    assertThat(records(id).number("TotalCount")).isEqualTo(1);
    assertThat(fires()).isEqualTo(1);
    assertThat(api.ok("DescribeInvocations", "{}").number("TotalCount")).isEqualTo(1);
  }

  @Test
  void freesTheCommand() {
    String command = api.createCommand(Body.command("bound"));
    String id = api.createInvoker(Body.recurring("0 0 1 * *").with("CommandId", command));

    assertThat(apply(api, id).code()).isEmpty();

    assertThat(api.call("DeleteCommand", "{'CommandId': '" + command + "'}").code()).isEmpty();
  }

  private Answer records(String id) {
    return api.ok("DescribeInvokerRecords", "{'InvokerIds': ['" + id + "']}");
  }
}
