package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateCommandRequest;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvocationTasksRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvocationsRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokerRecordsRequest;
import com.tencentcloudapi.tat.v20201028.models.Filter;
import com.tencentcloudapi.tat.v20201028.models.Invocation;
import com.tencentcloudapi.tat.v20201028.models.InvocationTask;
import com.tencentcloudapi.tat.v20201028.models.InvokerRecord;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import io.tatemulator.testing.OnlyOnH2;
import io.tatemulator.testing.RunningJar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator as the official Java SDK sees it. */
class OfficialSdkIT {
  private static final String INSTANCE = "ins-sdk00001";
  private static final String SCRIPT =
      Base64.getEncoder().encodeToString("echo hello".getBytes(StandardCharsets.UTF_8));
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  @TempDir private static Path directory;
  private static RunningJar jar;
  private static TatClient client;

  @BeforeAll
  static void connect() {
    jar = RunningJar.in(directory).environment("TAT_STORAGE", "memory").ready();
    HttpProfile http = new HttpProfile();
    http.setProtocol(HttpProfile.REQ_HTTP);
    http.setEndpoint("127.0.0.1:" + jar.port());
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    Credential credential = new Credential("AKIDEMULATOREXAMPLE", "emulator-secret-key");
    client = new TatClient(credential, "ap-guangzhou", profile);
  }

  @AfterAll
  static void stop() {
    if (jar != null) {
      try (RunningJar stopping = jar) {
        stopping.stop();
        assertThat(directory).as("state in memory").isEmptyDirectory();
      }
    }
  }

  @Test
  void anInvokerOfANewCommandFiresAndItsRecordLeadsToTheTask() throws TencentCloudSDKException {
    String commandId = createCommand("sdk-command");
    Instant dueAt = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    String invokerId = createInvoker(commandId, dueAt);

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> records(invokerId).length == 1 && succeeded(records(invokerId)[0]));

    InvokerRecord record = records(invokerId)[0];
    assertThat(record.getInvokerId()).isEqualTo(invokerId);
    assertThat(record.getReason()).isEqualTo("start an invocation at scheduled time.");
    assertThat(Instant.parse(record.getInvokeTime())).isAfterOrEqualTo(dueAt);
    checkInvocation(record.getInvocationId(), commandId);
    checkTask(record.getInvocationId(), commandId);
  }

  @Test
  void anErrorArrivesWithItsCodeAndRequestId() {
    CreateInvokerRequest request = invoker("cmd-00000000", Instant.now().plusSeconds(3600));

    assertThatExceptionOfType(TencentCloudSDKException.class)
        .isThrownBy(() -> client.CreateInvoker(request))
        .satisfies(
            error -> {
              assertThat(error.getErrorCode()).isEqualTo("ResourceNotFound.CommandNotFound");
              assertThat(error.getRequestId()).matches(UUID);
              assertThat(error.getMessage()).contains("cmd-00000000");
            });
  }

  @Test
  void theExampleOfTheDocumentationCreatesAnInvoker() throws TencentCloudSDKException {
    assertThat(SdkExample.createInvoker(jar.port())).matches("ivk-[0-9a-z]{8}");
  }

  @OnlyOnH2
  @Test
  void storageInMemoryChosenByTheEnvironmentLeavesNoFiles() {
    assertThat(jar.output()).contains("state in memory");
    assertThat(jar.api().call("DescribeInvokers", "{}").code()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  private static void checkInvocation(String invocationId, String commandId)
      throws TencentCloudSDKException {
    DescribeInvocationsRequest request = new DescribeInvocationsRequest();
    request.setInvocationIds(new String[] {invocationId});
    Invocation[] found = client.DescribeInvocations(request).getInvocationSet();
    assertThat(found).hasSize(1);
    assertThat(found[0].getInvocationSource()).isEqualTo("INVOKER");
    assertThat(found[0].getInvocationStatus()).isEqualTo("SUCCESS");
    assertThat(found[0].getCommandId()).isEqualTo(commandId);
    assertThat(found[0].getInvocationTaskBasicInfoSet())
        .singleElement()
        .satisfies(task -> assertThat(task.getInstanceId()).isEqualTo(INSTANCE));
  }

  private static void checkTask(String invocationId, String commandId)
      throws TencentCloudSDKException {
    Filter ofInvocation = new Filter();
    ofInvocation.setName("invocation-id");
    ofInvocation.setValues(new String[] {invocationId});
    DescribeInvocationTasksRequest request = new DescribeInvocationTasksRequest();
    request.setFilters(new Filter[] {ofInvocation});
    InvocationTask[] found = client.DescribeInvocationTasks(request).getInvocationTaskSet();
    assertThat(found).hasSize(1);
    assertThat(found[0].getTaskStatus()).isEqualTo("SUCCESS");
    assertThat(found[0].getInvocationSource()).isEqualTo("INVOKER");
    assertThat(found[0].getInstanceId()).isEqualTo(INSTANCE);
    assertThat(found[0].getCommandId()).isEqualTo(commandId);
    assertThat(found[0].getCommandDocument().getContent()).isEqualTo(SCRIPT);
    assertThat(found[0].getTaskResult().getExitCode()).isZero();
  }

  private static String createCommand(String name) throws TencentCloudSDKException {
    CreateCommandRequest request = new CreateCommandRequest();
    request.setCommandName(name);
    request.setContent(SCRIPT);
    return client.CreateCommand(request).getCommandId();
  }

  private static String createInvoker(String commandId, Instant at)
      throws TencentCloudSDKException {
    return client.CreateInvoker(invoker(commandId, at)).getInvokerId();
  }

  private static CreateInvokerRequest invoker(String commandId, Instant at) {
    ScheduleSettings settings = new ScheduleSettings();
    settings.setPolicy("ONCE");
    settings.setInvokeTime(at.toString());
    CreateInvokerRequest request = new CreateInvokerRequest();
    request.setName("sdk-invoker");
    request.setType("SCHEDULE");
    request.setCommandId(commandId);
    request.setInstanceIds(new String[] {INSTANCE});
    request.setScheduleSettings(settings);
    return request;
  }

  private static InvokerRecord[] records(String invokerId) throws TencentCloudSDKException {
    DescribeInvokerRecordsRequest request = new DescribeInvokerRecordsRequest();
    request.setInvokerIds(new String[] {invokerId});
    return client.DescribeInvokerRecords(request).getInvokerRecordSet();
  }

  private static boolean succeeded(InvokerRecord record) {
    return record.getResult().equals("SUCCESS");
  }
}
