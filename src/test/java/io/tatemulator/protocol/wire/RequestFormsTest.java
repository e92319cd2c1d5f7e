package io.tatemulator.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateCommandRequest;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.DeleteInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokersRequest;
import com.tencentcloudapi.tat.v20201028.models.Filter;
import com.tencentcloudapi.tat.v20201028.models.Invoker;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import com.tencentcloudapi.tat.v20201028.models.Tag;
import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.RawHttp;
import io.tatemulator.testing.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form in which a request may come, signed by the official SDK where it can. */
class RequestFormsTest extends AcceptanceTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DESCRIBE = "Action=DescribeInvokers&Version=2020-10-28";

  private TatClient client(String secretKey, String method, String signature) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint("127.0.0.1:" + port);
    http.setReqMethod(method);
    ClientProfile profile = new ClientProfile(signature, http);
    return new TatClient(new Credential("AKIDEMULATOREXAMPLE", secretKey), "ap-guangzhou", profile);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, TC3-HMAC-SHA256",
    "GET, TC3-HMAC-SHA256",
    "POST, HmacSHA256",
    "GET, HmacSHA256",
    "POST, HmacSHA1",
    "GET, HmacSHA1"
  })
  void serveTheOfficialSdk(String method, String signature) throws TencentCloudSDKException {
    TatClient tat = client("emulator-secret-key", method, signature);
    CreateCommandRequest command = new CreateCommandRequest();
    command.setCommandName("forms-" + UUID.randomUUID().toString().substring(0, 8));
    command.setContent("ZWNobyB7e2F9fQ==");
    command.setEnableParameter(true);
    command.setDefaultParameters("{\"a\": \"1 & 2=3+4 变\"}");
    String commandId = tat.CreateCommand(command).getCommandId();
    CreateInvokerRequest create = new CreateInvokerRequest();
    create.setName("forms & more");
    create.setType("SCHEDULE");
    create.setCommandId(commandId);
    create.setInstanceIds(new String[] {"ins-aaaaaaa1", "ins-aaaaaaa2"});
    ScheduleSettings settings = new ScheduleSettings();
    settings.setPolicy("RECURRENCE");
    settings.setRecurrence("0 0 1 * *");
    create.setScheduleSettings(settings);
    Tag tag = new Tag();
    tag.setKey("k");
    tag.setValue("v w");
    create.setTags(new Tag[] {tag});
    String invokerId = tat.CreateInvoker(create).getInvokerId();

    Filter filter = new Filter();
    filter.setName("command-id");
    filter.setValues(new String[] {commandId});
    DescribeInvokersRequest describe = new DescribeInvokersRequest();
    describe.setFilters(new Filter[] {filter});
    describe.setLimit(5L);
    Invoker[] found = tat.DescribeInvokers(describe).getInvokerSet();

    assertThat(found).hasSize(1);
    assertThat(found[0].getInvokerId()).isEqualTo(invokerId);
    assertThat(found[0].getName()).isEqualTo("forms & more");
    assertThat(found[0].getInstanceIds()).containsExactly("ins-aaaaaaa1", "ins-aaaaaaa2");
    DeleteInvokerRequest delete = new DeleteInvokerRequest();
    delete.setInvokerId(invokerId);
    tat.DeleteInvoker(delete);
  }

  @ParameterizedTest
  @CsvSource({"POST, TC3-HMAC-SHA256", "GET, TC3-HMAC-SHA256", "GET, HmacSHA256", "POST, HmacSHA1"})
  void refuseAWrongKey(String method, String signature) {
    TatClient tat = client("wrong-key", method, signature);

    assertThatThrownBy(() -> tat.DescribeInvokers(new DescribeInvokersRequest()))
        .isInstanceOfSatisfying(
            TencentCloudSDKException.class,
            e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure"));
  }

  private Answer get(String query) {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?" + query)));
  }

  private Answer post(String type, String body) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> http =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode response = JsonMapper.shared().readTree(http.body()).path("Response");
      return new Answer(http.statusCode(), "", http.body(), response);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Limit=1, ''",
    "Limit=1&Offset=0, ''",
    "Limit=x, InvalidParameter",
    "Limit=-1, InvalidParameter",
    "Limit.0=1, UnknownParameter",
    "Limit=101, InvalidParameterValue.TooLarge",
    "Nothing=1, UnknownParameter",
    "InvokerIds=ivk-00000000, InvalidParameter",
    "InvokerIds.0=ivk-00000000, ''",
    "InvokerIds.7=ivk-00000000&InvokerIds.9=ivk-00000001, ''",
    "InvokerIds.a=ivk-00000000, InvalidParameter",
    "InvokerIds.0.b=ivk-00000000, InvalidParameter",
    "Filters.0.Name=invoker-id&Filters.0.Values.0=ivk-00000000, ''",
    "Filters.0.Name=invoker-id, MissingParameter",
    "Filters.0.Name=invoker-id&Filters.0.Values.0=a&Filters.0.More=b, UnknownParameter",
    "Limit=1&Limit=2, InvalidParameter",
    "Limit, InvalidParameter",
    "Limit=%zz, InvalidParameter",
    "InvokerIds.0=%ff%fe, InvalidParameter"
  })
  void holdAQueryAgainstTheActionsParameters(String query, String code) {
    assertThat(post(FORM, DESCRIBE + "&" + query).code()).isEqualTo(code);
    if (!query.contains("%zz")) {
      assertThat(get(DESCRIBE + "&" + query).code()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"True", "true", "1", "TRUE"})
  void takeEverySpellingOfTrue(String text) {
    String command =
        "Action=CreateCommand&Version=2020-10-28&Content=bHM%3D&EnableParameter=" + text;
    String name = "&CommandName=" + UUID.randomUUID().toString().substring(0, 8);

    assertThat(get(command + name).code()).isEmpty();
    assertThat(get(command + "x" + name).code()).isEqualTo("InvalidParameter");
  }

  @Test
  void areLimitedInSize() {
    String fill = "&Nothing=" + "x".repeat(33 * 1024);
    String form = "&Nothing=" + "x".repeat(1024 * 1024);

    assertThat(get(DESCRIBE + fill).code()).isEqualTo("RequestSizeLimitExceeded");
    assertThat(post(FORM, DESCRIBE + fill).code()).isEqualTo("UnknownParameter");
    assertThat(post(FORM, DESCRIBE + form).code()).isEqualTo("AuthFailure.SignatureFailure");
    assertThat(post("multipart/form-data; boundary=x", "--x--").code())
        .isEqualTo("UnsupportedProtocol");
  }

  // The Ruby SDK encodes with line feeds, the last one included.
  @ParameterizedTest
  @CsvSource({"'', ''", "'', %0A", "'', %0D%0A", "+, +"})
  void overlookWhiteSpaceAroundSignatureOne(String before, String after) {
    Signer signer = Signer.wellKnown("127.0.0.1:" + port);
    String parameters =
        "Action=DescribeInvokers&Nonce=11886&SecretId=%s&SignatureMethod=HmacSHA256&Timestamp=%s&Version=2020-10-28"
            .formatted(signer.secretId(), signer.timestamp());

    for (String method : List.of("GET", "POST")) {
      String signature =
          URLEncoder.encode(signer.versionOne(method, parameters), StandardCharsets.UTF_8);
      String signed = parameters + "&Signature=" + before + signature + after;

      Answer answer = method.equals("GET") ? get(signed) : post(FORM, signed);
      assertThat(answer.code()).as(method).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "1e3", "%2B1", "+1"})
  void wantAnIntegerForTheNonceOfSignatureOne(String nonce) {
    Answer answer = get(DESCRIBE + "&SecretId=AKIDX&Signature=x&Timestamp=1&Nonce=" + nonce);

    assertThat(answer.code()).isEqualTo("InvalidParameter");
    assertThat(answer.message()).isEqualTo("Parameter `Nonce` type error.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11886", "9223372036854775807", "18446744073709551615"})
  void takeEveryIntegerForTheNonceOfSignatureOne(String nonce) {
    assertThat(get(DESCRIBE + "&SecretId=AKIDX&Signature=x&Timestamp=1&Nonce=" + nonce).code())
        .isEmpty();
  }

  @Test
  void requireAllParametersOfSignatureV1() {
    assertThat(get(DESCRIBE + "&SecretId=AKIDX&Signature=x").message()).contains("`Timestamp`");
    assertThat(get(DESCRIBE + "&SecretId=AKIDX&Signature=x&Timestamp=1").message())
        .contains("`Nonce`");
    assertThat(get(DESCRIBE + "&Signature=x").message()).contains("`SecretId`");
  }

  @ParameterizedTest
  @CsvSource({
    "'Host: 127.0.0.1', 200",
    "'Host: http://127.0.0.1:8080', 200",
    "'Host: https://localhost', 200",
    "'Host: http://a b', 400",
    "'Host: http://http://a', 400",
    "'Host: ftp://a', 400",
    "'Host: a\r\nHost: a', 400",
    "'X-None: a', 400"
  })
  void mayNameASchemeInTheHost(String header, int status) {
    String request =
        RawHttp.post("Content-Length: 2\r\n", "{}")
            .replace("Host: 127.0.0.1", header.replace("\\r\\n", "\r\n"));

    String answer = new RawHttp(port).exchange(request);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).doesNotContain("Exception", "at org.");
  }
}
