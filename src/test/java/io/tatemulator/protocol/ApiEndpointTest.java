package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokersRequest;
import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiEndpointTest extends AcceptanceTest {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private Api describe() {
    return api.with("X-TC-Action", "DescribeInvokers");
  }

  private Answer post(String body) {
    return describe().send("POST", body);
  }

  @Test
  void wrapsAnAnswerInItsEnvelope() {
    Answer answer = post("{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.members()).containsExactlyInAnyOrder("TotalCount", "InvokerSet", "RequestId");
    assertThat(answer.body()).startsWith("{\"Response\":{").endsWith("}}");
  }

  @Test
  void wrapsARefusalInItsEnvelope() {
    Answer answer = post("{'");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(answer.members()).containsExactlyInAnyOrder("Error", "RequestId");
    assertThat(answer.response().path("Error").propertyNames())
        .containsExactlyInAnyOrder("Code", "Message");
  }

  @Test
  void givesEveryAnswerAnIdOfItsOwn() {
    List<String> ids =
        List.of(post("{}"), post("{}"), post("no json"), api.call("NoSuchAction", "{}")).stream()
            .map(answer -> answer.text("RequestId"))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(UUID));
  }

  @Test
  void wantsAnActionAndAVersionThatExist() {
    assertRefused(api.send("POST", "{}"), "MissingParameter", "`Action`");
    assertRefused(api.with("X-TC-Action", " ").send("POST", "{}"), "MissingParameter", "`Action`");
    assertRefused(
        api.call("DescribeNothing", "{}"),
        "InvalidAction",
        "The request action=`DescribeNothing` is invalid or not found in service=`tat` and"
            + " version=`2020-10-28`.");
    assertRefused(api.call("describeInvokers", "{}"), "InvalidAction", "`describeInvokers`");
    assertRefused(
        describe().without("X-TC-Version").send("POST", "{}"), "MissingParameter", "`Version`");
    assertRefused(
        describe().with("X-TC-Version", "2019-07-22").send("POST", "{}"),
        "NoSuchVersion",
        "The specified api version=`2019-07-22` does not exist in service=`tat`.");
  }

  @Test
  void looksAtTheVersionBeforeTheActionAndAtTheBodyBeforeBoth() {
    Api confused = api.with("X-TC-Action", "DescribeNothing").with("X-TC-Version", "2019-07-22");

    assertRefused(confused.send("POST", "{}"), "NoSuchVersion", "");
    assertRefused(confused.send("POST", "["), "InvalidParameter", "");
    assertRefused(confused.send("PUT", "["), "UnsupportedProtocol", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "1",
        "\"{}\"",
        "{'Limit': 1}",
        "{} {}",
        "{}x",
        "{\"Limit\": 1,}",
        "{\"Limit\": 1, \"Limit\": 1}",
        "{\"Filters\": [{\"Name\": \"a\", \"Name\": \"a\"}]}",
        "{\"Limit\": 01}",
        "{\"Limit\": NaN}",
        " "
      })
  void refusesABodyThatIsNoJsonObject(String body) {
    assertRefused(post(body), "InvalidParameter", "");
  }

  @Test
  void refusesABodyThatIsNestedTooDeeply() {
    assertRefused(
        post("{\"Filters\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
        "InvalidParameter",
        "");
  }

  // The Ruby SDK sends null for a request without parameters.
  @ParameterizedTest
  @ValueSource(strings = {"", "null", " null\n"})
  void takesABodyWithoutContentForAnEmptyObject(String body) {
    assertThat(post(body).code()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "FOO"})
  void refusesMethods(String method) {
    assertRefused(describe().send(method, "{}"), "UnsupportedProtocol", "`" + method + "`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "json"
      })
  void refusesContentTypes(String type) {
    assertRefused(
        describe().with("Content-Type", type).send("POST", "{}"), "UnsupportedProtocol", "");
  }

  @Test
  void readsNoFormBeforeItRefusesTheMethod() {
    Api form = describe().with("Content-Type", "application/x-www-form-urlencoded");

    assertRefused(form.send("PUT", "a=%zz"), "UnsupportedProtocol", "");
  }

  @Test
  void wantsAContentType() {
    assertRefused(describe().without("Content-Type").send("POST", "{}"), "UnsupportedProtocol", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "Application/JSON", "application/json;"})
  void takesJsonUnderEverySpelling(String type) {
    assertThat(describe().with("Content-Type", type).send("POST", "{}").code()).isEmpty();
  }

  @Test
  void takesUpToTenMegabytes() {
    String padding = " ".repeat(TEN_MEGABYTES - 2);

    assertThat(post("{" + padding + "}").code()).isEmpty();
    assertRefused(post("{" + padding + " }"), "RequestSizeLimitExceeded", "10485760");
    assertRefused(post("{" + padding.repeat(3) + "}"), "RequestSizeLimitExceeded", "10485760");
  }

  @Test
  void speaksTheLanguageOfTheCaller() {
    String body = "{\"Limit\": 101}";

    assertThat(post(body).message())
        .isEqualTo("The value of parameter `Limit` must not be greater than 100.");
    assertThat(describe().with("X-TC-Language", "en-US").send("POST", body).message())
        .isEqualTo(post(body).message());
    Answer chinese = describe().with("X-TC-Language", "zh-CN").send("POST", body);
    assertThat(chinese.message()).isEqualTo("参数 `Limit` 的取值不能大于 100。");
    assertThat(chinese.code()).isEqualTo(post(body).code());
    assertThat(chinese.contentType()).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource({"en-US, Internal error.", "zh-CN, 内部错误。"})
  void showsNothingOfAnInternalError(String language, String message) {
    Answer answer = api.with("X-TC-Language", language).call("FailOnPurpose", "{}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Response\":{\"Error\":{\"Code\":\"InternalError\",\"Message\":\""
                + message
                + "\"},\"RequestId\":\""
                + answer.text("RequestId")
                + "\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Guangzhou", "ap_guangzhou", "ap-guangzhou!", "ap-", "1", "ap guangzhou"})
  void refusesMalformedRegions(String region) {
    assertRefused(
        describe().with("X-TC-Region", region).send("POST", "{}"),
        "InvalidParameterValue",
        "A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used.");
  }

  @Test
  void takesTheDefaultRegionForNone() {
    api.createInvoker(Body.recurring("0 0 1 * *"));

    for (String region : List.of("ap-guangzhou", " ")) {
      assertThat(describe().with("X-TC-Region", region).send("POST", "{}").number("TotalCount"))
          .isEqualTo(1);
    }
    assertThat(
            describe().with("X-TC-Region", "ap-singapore").send("POST", "{}").number("TotalCount"))
        .isZero();
  }

  @Test
  void acceptsRequestsWithoutASignature() {
    assertThat(describe().without("Authorization").send("POST", "{}").code()).isEmpty();
  }

  @Test
  void acceptsRequestsThatAnOfficialClientHasSigned() throws TencentCloudSDKException {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint("127.0.0.1:" + port);
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    Credential credential = new Credential("AKIDEMULATOREXAMPLE", "emulator-secret-key");
    TatClient client = new TatClient(credential, "ap-guangzhou", profile);

    var answer = client.DescribeInvokers(new DescribeInvokersRequest());

    assertThat(answer.getTotalCount()).isZero();
    assertThat(answer.getRequestId()).matches(UUID);
  }

  private static void assertRefused(Answer answer, String code, String message) {
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).contains(message).isNotBlank();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("RequestId")).matches(UUID);
  }
}
