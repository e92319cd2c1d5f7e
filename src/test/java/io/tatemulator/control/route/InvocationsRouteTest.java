package io.tatemulator.control.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlTest;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The routes that show what has run: invocations and records. */
class InvocationsRouteTest extends ControlTest {
  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory"};
  }

  @BeforeEach
  void freeze() {
    control.freeze("2021-08-31T15:59:00Z");
  }

  private JsonNode get(String path) {
    return control.ok("GET", path, "");
  }

  @Test
  void anInvocationIsShownWithItsTasks() {
    control.ok("PUT", "outcomes", "{'rules': [{'outcome': {'exitCode': 3, 'output': 'no'}}]}");
    String id = api.ok("RunCommand", Body.run("ins-aaaaaaaa")).text("InvocationId");
    control.advance(Duration.ZERO);

    JsonNode shown = get("invocations");

    String command = shown.at("/invocations/0/commandId").asString();
    String task = shown.at("/invocations/0/tasks/0/taskId").asString();
    assertThat(shown.toString().replace('"', '\''))
        .isEqualTo(
            "{'total':1,'invocations':[{'invocationId':'"
                + id
                + "','commandId':'"
                + command
                + "','commandName':'run-command','status':'FAILED','source':'USER',"
                + "'startedAt':'2021-08-31T15:59:00Z','endedAt':'2021-08-31T15:59:00Z',"
                + "'tasks':[{'taskId':'"
                + task
                + "','instanceId':'ins-aaaaaaaa','status':'FAILED','exitCode':3,'output':'no',"
                + "'dropped':0,'errorInfo':'','startedAt':'2021-08-31T15:59:00Z',"
                + "'endedAt':'2021-08-31T15:59:00Z'}]}]}");
    assertThat(command).startsWith("cmd-");
    assertThat(task).startsWith("invt-");
  }

  @Test
  void aRecordIsShownWithTheResultOfItsInvocation() {
    String invoker = api.createInvoker(Body.once("2021-09-01T00:00:00+08:00"));
    control.advance(Duration.ofMinutes(1));

    JsonNode shown = get("records");

    String invocation = get("invocations").at("/invocations/0/invocationId").asString();
    assertThat(shown.toString().replace('"', '\''))
        .isEqualTo(
            "{'total':1,'records':[{'invokerId':'"
                + invoker
                + "','firedAt':'2021-08-31T16:00:00Z',"
                + "'reason':'start an invocation at scheduled time.','result':'SUCCESS',"
                + "'invocationId':'"
                + invocation
                + "'}]}");
  }

  @Test
  void aPageIsSelectedByLimitAndOffset() {
    api.createInvoker(Body.recurring("* * * * *"));
    control.advance(Duration.ofMinutes(25));

    assertThat(get("records").path("records")).hasSize(20);
    assertThat(get("records?limit=100").path("records")).hasSize(25);
    assertThat(get("records?limit=2&offset=24").at("/records/0/firedAt").asString())
        .isEqualTo("2021-08-31T16:00:00Z");
    assertThat(get("records?limit=2&offset=24").path("records")).hasSize(1);
    assertThat(get("records?limit=0").path("total").asInt()).isEqualTo(25);
    assertThat(get("invocations?limit=3&offset=23").path("invocations")).hasSize(2);
    assertThat(get("invocations?offset=9223372036854775807").path("invocations")).isEmpty();
  }

  @Test
  void identifiersSelect() {
    String one = api.createInvoker(Body.once("2021-09-01T00:00:00+08:00"));
    api.createInvoker(Body.once("2021-09-01T00:00:00+08:00").with("Name", "two"));
    control.advance(Duration.ofMinutes(1));

    JsonNode record = get("records?invokerId=" + one);
    assertThat(record.path("total").asInt()).isEqualTo(1);
    String invocation = record.at("/records/0/invocationId").asString();
    assertThat(get("invocations?invocationId=" + invocation).at("/invocations/0/invocationId"))
        .hasToString("\"" + invocation + "\"");
    assertThat(get("invocations?invocationId=inv-00000000").path("total").asInt()).isZero();
    assertThat(get("invocations?invocationId=nonsense").path("total").asInt()).isZero();
    assertThat(get("records?invokerId=nonsense").path("total").asInt()).isZero();
  }

  @Test
  void anotherTenantHasNone() {
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));

    for (String tenant : new String[] {"region=ap-beijing", "account=200000000002"}) {
      assertThat(get("invocations?" + tenant).path("total").asInt()).isZero();
      assertThat(get("records?" + tenant).path("total").asInt()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=101 | for `limit`: expected 0 to 100, got 101",
        "limit=-1 | for `limit`: expected 0 to 100, got -1",
        "offset=-1 | for `offset`: expected at least 0, got -1",
        "region=a%20b | account and region"
      })
  void aPageThatDoesNotExistIsRejected(String query, String named) {
    for (String route : new String[] {"invocations", "records"}) {
      Control.Reply rejected = control.call("GET", route + "?" + query, "");
      assertThat(rejected.status()).isEqualTo(400);
      assertThat(rejected.error()).contains(named);
    }
  }
}
