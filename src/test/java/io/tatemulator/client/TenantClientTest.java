package io.tatemulator.client;

import static io.tatemulator.client.InstanceUpdate.instance;
import static io.tatemulator.client.Rules.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The state of one tenant: what has run, instances, requests. */
class TenantClientTest extends ClientTest {
  private static final String ID = "ins-aaaaaaaa";

  private final TenantClient elsewhere = control.tenant(Tenant.DEFAULT.account(), "ap-beijing");

  @Test
  void readsInvocationsWithTheirTasks() {
    control.addOutcome(
        outcome().instance("ins-bbbbbbbb").exitCode(3).output("no such file").errorInfo("why"));

    Invocation ran = run(Body.run("ins-bbbbbbbb", ID));

    assertThat(ran.commandId()).startsWith("cmd-");
    assertThat(ran.commandName()).isEqualTo("run-command");
    assertThat(ran.status()).isEqualTo(Invocation.Status.PARTIAL_FAILED);
    assertThat(ran.source()).isEqualTo(Invocation.Source.USER);
    assertThat(ran.startedAt()).isEqualTo(START);
    assertThat(ran.endedAt()).isEqualTo(START);
    assertThat(ran.tasks())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("taskId")
        .containsExactly(
            new InvocationTask(
                "",
                "ins-bbbbbbbb",
                InvocationTask.Status.FAILED,
                3,
                "no such file",
                0,
                "why",
                START,
                START),
            new InvocationTask("", ID, InvocationTask.Status.SUCCESS, 0, "", 0, "", START, START));
    assertThat(ran.tasks()).allMatch(task -> task.taskId().startsWith("invt-"));
    assertThat(tenant.invocations()).containsExactly(ran);
    assertThat(elsewhere.invocations()).isEmpty();
    assertThatThrownBy(() -> elsewhere.invocation(ran.invocationId()))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining(ran.invocationId());
    assertThatThrownBy(() -> tenant.invocation("")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void readsATaskThatRuns() {
    control.addOutcome(outcome().duration(Duration.ofSeconds(5)));

    Invocation running = run(Body.run(ID));

    assertThat(running.status()).isEqualTo(Invocation.Status.RUNNING);
    assertThat(running.endedAt()).isNull();
    assertThat(running.tasks().get(0).endedAt()).isNull();
  }

  @Test
  void countsWhatIsCutOffAnOutput() {
    control.addOutcome(outcome().output("x".repeat(30_000)));

    assertThat(task().output()).hasSize(24_576);
    assertThat(tenant.invocations().get(0).tasks().get(0).dropped()).isEqualTo(30_000 - 24_576);
  }

  @Test
  void readsRecordsAndInvocationsOfAllPages() {
    String often = api.createInvoker(Body.recurring("* * * * *"));
    String hourly = api.createInvoker(Body.recurring("0 * * * *"));

    assertThat(control.advance(Duration.ofHours(4)).fired()).isEqualTo(244);

    List<InvokerRecord> records = tenant.records();
    assertThat(records).hasSize(244).doesNotHaveDuplicates();
    assertThat(records)
        .isSortedAccordingTo((one, other) -> other.firedAt().compareTo(one.firedAt()));
    assertThat(tenant.records(often)).hasSize(240);
    assertThat(tenant.records(hourly))
        .hasSize(4)
        .allMatch(record -> record.invokerId().equals(hourly));
    assertThat(tenant.invocations())
        .extracting(Invocation::invocationId)
        .containsExactlyInAnyOrderElementsOf(
            records.stream().map(InvokerRecord::invocationId).toList());
    assertThat(tenant.invocations())
        .allMatch(invocation -> invocation.source() == Invocation.Source.INVOKER)
        .allMatch(invocation -> invocation.tasks().size() == 1);
    assertThat(elsewhere.records()).isEmpty();
  }

  @Test
  void readsARecordWithTheResultOfItsInvocation() {
    control.addOutcome(outcome().exitCode(3));
    String invoker = api.createInvoker(Body.once("2021-09-01T00:00:00+08:00"));
    String invocation = control.advanceToNext().fires().get(0).invocationId();

    assertThat(tenant.records())
        .containsExactly(
            new InvokerRecord(
                invoker,
                START.plusSeconds(60),
                "start an invocation at scheduled time.",
                Invocation.Status.FAILED,
                invocation));
  }

  @Test
  void whatItReadsIsNoRequest() {
    control.addFault(Rules.fault().times(1).error("RequestLimitExceeded"));

    tenant.invocations();
    tenant.records();
    tenant.instances();

    assertThat(tenant.requests()).isEmpty();
    assertThat(control.faults().get(0).matched()).isZero();
  }

  @Test
  void readsRequests() {
    OutcomeRule fails = outcome().exitCode(3);
    control.addOutcome(fails);
    Invocation ran = run(Body.run(ID));
    api.call("DescribeCommands", "{'CommandIds': ['no']}");
    api.with("X-TC-Region", "ap-beijing").ok("DescribeRegions", "{}");

    LoggedRequest refused = tenant.requests().get(0);
    LoggedRequest run = tenant.requests().get(1);

    assertThat(tenant.requests()).hasSize(2);
    assertThat(tenant.requests("RunCommand")).containsExactly(run);
    assertThat(elsewhere.requests())
        .extracting(LoggedRequest::action)
        .containsExactly("DescribeRegions");
    assertThat(refused.code()).isEqualTo("InvalidParameterValue.InvalidCommandId");
    assertThat(refused.message()).isNotEmpty();
    assertThat(refused.parameters()).isEqualTo(Map.of("CommandIds", List.of("no")));
    assertThat(refused.outcomes()).isEmpty();
    assertThat(run.at()).isEqualTo(START);
    assertThat(run.requestId()).hasSize(36);
    assertThat(run.account()).isEqualTo(Tenant.DEFAULT.account());
    assertThat(run.region()).isEqualTo(Tenant.DEFAULT.region());
    assertThat(run.code()).isEqualTo("OK");
    assertThat(run.millis()).isPositive();
    assertThat(run.fault()).isNull();
    assertThat(run.signature()).isNull();
    assertThat(run.invocationId()).isEqualTo(ran.invocationId());
    assertThat(run.outcomes()).containsExactly(new LoggedRequest.AppliedOutcome(ID, fails));
  }

  @Test
  void readsBothSidesOfASignature() {
    api.with(
            "Authorization",
            "TC3-HMAC-SHA256 Credential=AKIDEMULATOREXAMPLE/2021-08-31/tat/tc3_request,"
                + " SignedHeaders=content-type;host, Signature=00")
        .with("X-TC-Timestamp", Long.toString(System.currentTimeMillis() / 1000))
        .call("DescribeRegions", "{}");

    LoggedRequest.SignatureMismatch signature =
        Objects.requireNonNull(tenant.requests().get(0).signature());

    assertThat(signature.secretId()).isEqualTo("AKIDEMULATOREXAMPLE");
    assertThat(signature.actual()).isEqualTo("00");
    assertThat(signature.expected().canonicalRequest()).startsWith("POST\n/\n");
    assertThat(signature.expected().stringToSign()).startsWith("TC3-HMAC-SHA256\n");
  }

  @Test
  void declaresInstances() {
    Instance offline =
        new Instance(
            ID,
            Instance.Platform.LINUX,
            Instance.State.RUNNING,
            Instance.Agent.OFFLINE,
            null,
            null);

    assertThat(tenant.declareInstance(ID, instance().agent(Instance.Agent.OFFLINE)))
        .isEqualTo(offline);
    assertThat(tenant.instance(ID)).isEqualTo(offline);
    assertThat(tenant.instances()).contains(offline);
    assertThat(elsewhere.instances()).doesNotContain(offline);
    assertThat(api.call("RunCommand", Body.run(ID)).code())
        .isEqualTo("ResourceUnavailable.AgentStatusNotOnline");
    assertThat(
            tenant.declareInstance(
                ID, instance().platform(Instance.Platform.WINDOWS).state(Instance.State.STOPPED)))
        .isEqualTo(
            new Instance(
                ID,
                Instance.Platform.WINDOWS,
                Instance.State.STOPPED,
                Instance.Agent.OFFLINE,
                null,
                null));
    assertThat(
            tenant.declareInstance(
                ID, instance().executor(Instance.Executor.PROCESS).exec("docker", "exec", "web")))
        .returns(Instance.Executor.PROCESS, Instance::executor)
        .returns(List.of("docker", "exec", "web"), Instance::exec);
    tenant.removeInstance(ID);
    assertThatThrownBy(() -> tenant.removeInstance(ID))
        .isInstanceOfSatisfying(
            ControlException.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }
}
