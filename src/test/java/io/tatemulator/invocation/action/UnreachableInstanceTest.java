package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A task whose instance was reachable when its invoker was created. */
class UnreachableInstanceTest extends AcceptanceTest {
  // Like no other test's, since the row is found by it.
  private final String gone =
      "ins-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);

  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  @BeforeEach
  void createTheInstance() {
    api.ok("DescribeAutomationAgentStatus", Body.of("{}").with("InstanceIds", List.of(gone)));
  }

  private Answer fireOn(String... instances) {
    String time = in(1, ChronoUnit.HOURS);
    api.createInvoker(Body.once(time).with("InstanceIds", List.of(instances)));
    assertThat(jdbc.update("update instance set agent = 'OFFLINE' where instance_id = ?", gone))
        .isEqualTo(1);
    advance(Duration.ofHours(1));
    return api.ok("DescribeInvocations", "{}");
  }

  @Test
  void isNotDelivered() {
    Answer answer = fireOn(gone);

    assertThat(answer.text("InvocationSet/0/InvocationStatus")).isEqualTo("FAILED");
    assertThat(answer.text("InvocationSet/0/EndTime")).matches(".{10}T.{8}Z");
    JsonNode task = api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
    assertThat(task.path("TaskStatus").asString()).isEqualTo("DELIVER_FAILED");
    assertThat(task.path("ErrorInfo").asString()).isNotBlank();
    assertThat(task.path("StartTime").isNull()).isTrue();
    assertThat(task.path("EndTime").isString()).isTrue();
    assertThat(api.ok("DescribeInvokerRecords", "{}").text("InvokerRecordSet/0/Result"))
        .isEqualTo("FAILED");
  }

  @Test
  void doesNotKeepTheOthersFromRunning() {
    Answer answer = fireOn(INSTANCE, gone);

    assertThat(answer.texts("InvocationSet/0/InvocationTaskBasicInfoSet", "TaskStatus"))
        .containsExactly("SUCCESS", "DELIVER_FAILED");
    assertThat(answer.text("InvocationSet/0/InvocationStatus")).isEqualTo("PARTIAL_FAILED");
  }

  @Test
  void refusesARunAtOnce() {
    fireOn(gone);

    assertThat(api.call("RunCommand", Body.run(gone)).code())
        .isEqualTo("ResourceUnavailable.AgentStatusNotOnline");
    assertThat(api.ok("DescribeInvocations", "{}").number("TotalCount")).isEqualTo(1);
  }
}
