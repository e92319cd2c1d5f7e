import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateCommandRequest;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.DeleteCommandRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokerRecordsRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokerRecordsResponse;
import com.tencentcloudapi.tat.v20201028.models.DescribeRegionsRequest;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The official Java SDK against an emulator: Check http://127.0.0.1:PORT[,https://localhost:PORT] */
final class Check {
  private static final String[][] WAYS = {
    {"POST", "TC3-HMAC-SHA256"},
    {"GET", "TC3-HMAC-SHA256"},
    {"POST", "HmacSHA256"},
    {"GET", "HmacSHA256"},
    {"POST", "HmacSHA1"},
    {"GET", "HmacSHA1"},
  };

  private final URI endpoint;
  private final String method;
  private final String signature;
  private final TatClient tat;
  private String invokerId;

  private Check(URI endpoint, String method, String signature) {
    this.endpoint = endpoint;
    this.method = method;
    this.signature = signature;
    this.tat = client("emulator-secret-key");
  }

  public static void main(String[] arguments) throws Exception {
    List<Check> begun = new ArrayList<>();
    for (String endpoint : arguments[0].split(",")) {
      for (String[] way : WAYS) {
        Check check = new Check(URI.create(endpoint), way[0], way[1]);
        check.begin();
        begun.add(check);
      }
    }
    for (Check check : begun) {
      check.finish();
      System.out.println(
          "Java SDK: " + check.endpoint + " " + check.method + " " + check.signature + " passed");
    }
  }

  /** Creates an invoker that fires ten seconds later. */
  private void begin() throws Exception {
    CreateCommandRequest command = new CreateCommandRequest();
    command.setCommandName("java-" + UUID.randomUUID());
    command.setContent("ZWNobyB7e3dvcmR9fSAmIG1vcmU=");
    command.setEnableParameter(true);
    command.setDefaultParameters("{\"word\": \"a b+c=d\"}");
    invokerId = createInvoker(tat.CreateCommand(command).getCommandId());
  }

  private void finish() throws Exception {
    checkRecords();
    DescribeInvokerRecordsRequest tooMany = new DescribeInvokerRecordsRequest();
    tooMany.setLimit(101L);
    refused("InvalidParameterValue.TooLarge", () -> tat.DescribeInvokerRecords(tooMany));
    DeleteCommandRequest unknown = new DeleteCommandRequest();
    unknown.setCommandId("cmd-00000000");
    refused("ResourceNotFound.CommandNotFound", () -> tat.DeleteCommand(unknown));
    refused(
        "AuthFailure.SignatureFailure",
        () -> client("wrong-key").DescribeRegions(new DescribeRegionsRequest()));
  }

  private TatClient client(String secretKey) {
    HttpProfile http = new HttpProfile();
    http.setProtocol(endpoint.getScheme() + "://");
    http.setEndpoint(endpoint.getAuthority());
    http.setReqMethod(method);
    Credential credential = new Credential("AKIDEMULATOREXAMPLE", secretKey);
    return new TatClient(credential, "ap-guangzhou", new ClientProfile(signature, http));
  }

  private String createInvoker(String commandId) throws Exception {
    ScheduleSettings settings = new ScheduleSettings();
    settings.setPolicy("ONCE");
    settings.setInvokeTime(Instant.now().plusSeconds(10).toString());
    CreateInvokerRequest invoker = new CreateInvokerRequest();
    invoker.setName("from Java");
    invoker.setType("SCHEDULE");
    invoker.setCommandId(commandId);
    invoker.setInstanceIds(new String[] {"ins-yx05ky8j"});
    invoker.setScheduleSettings(settings);
    return tat.CreateInvoker(invoker).getInvokerId();
  }

  private void checkRecords() throws Exception {
    DescribeInvokerRecordsRequest request = new DescribeInvokerRecordsRequest();
    request.setInvokerIds(new String[] {invokerId});
    request.setLimit(1L);
    DescribeInvokerRecordsResponse page = tat.DescribeInvokerRecords(request);
    for (int tries = 0; tries < 150 && !succeeded(page); tries++) {
      Thread.sleep(200);
      page = tat.DescribeInvokerRecords(request);
    }
    require(succeeded(page), "the invoker has not fired");
    request.setOffset(1L);
    DescribeInvokerRecordsResponse beyond = tat.DescribeInvokerRecords(request);
    require(beyond.getTotalCount() == 1, "the count is that of all pages");
    require(beyond.getInvokerRecordSet().length == 0, "the second page is empty");
  }

  private static boolean succeeded(DescribeInvokerRecordsResponse page) {
    return page.getTotalCount() == 1 && page.getInvokerRecordSet()[0].getResult().equals("SUCCESS");
  }

  private interface Call {
    void make() throws TencentCloudSDKException;
  }

  private static void refused(String code, Call call) {
    try {
      call.make();
    } catch (TencentCloudSDKException e) {
      require(code.equals(e.getErrorCode()), "refused with " + e + " and not with " + code);
      require(e.getRequestId() != null && !e.getRequestId().isEmpty(), "the refusal has no id");
      return;
    }
    throw new AssertionError("not refused with " + code);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
