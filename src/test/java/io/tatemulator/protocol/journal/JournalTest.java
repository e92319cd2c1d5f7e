package io.tatemulator.protocol.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class JournalTest extends AcceptanceTest {

  private JsonNode requests(String query) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get("/_tat/requests?" + query)).path("requests");
  }

  private String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void showsTheLastRequestsWithTheirResults() throws IOException, InterruptedException {
    Answer answered = api.ok("DescribeInvokers", "{'Limit': 3}");
    Answer refused = api.call("DescribeInvokers", "{'Limit': 101}");

    JsonNode last = requests("action=DescribeInvokers&limit=2");

    assertThat(last).hasSize(2);
    assertThat(last.at("/0/requestId").asString()).isEqualTo(refused.text("RequestId"));
    assertThat(last.at("/0/code").asString()).isEqualTo("InvalidParameterValue.TooLarge");
    assertThat(last.at("/0/message").asString()).isEqualTo(refused.message());
    assertThat(last.at("/1/requestId").asString()).isEqualTo(answered.text("RequestId"));
    assertThat(last.at("/1/code").asString()).isEqualTo("OK");
    assertThat(last.at("/1/parameters").toString()).isEqualTo("{\"Limit\":3}");
    assertThat(last.at("/1/millis").asDouble()).isPositive();
    String account = last.at("/1/account").asString();
    assertThat(requests("account=" + account)).hasSize(2);
    assertThat(requests("account=" + account + "&code=OK")).hasSize(1);
    assertThat(requests("account=" + account + "&limit=-1")).isEmpty();
  }

  @Test
  void showsAndLogsNoSecret(CapturedOutput output) throws IOException, InterruptedException {
    String secret = "a-hidden-value";
    Api caller = api.with("X-TC-Token", secret);
    Body command =
        Body.command("hidden")
            .with("Content", "ZWNobyB7e3RhdC1oaWRkZW46d29yZH19")
            .with("EnableParameter", true);
    String id =
        caller.createCommand(command.with("DefaultParameters", "{\"word\": \"" + secret + "\"}"));
    Body run = Body.invoke(id, INSTANCE).with("Parameters", "{\"word\": \"" + secret + "\"}");
    caller.ok("InvokeCommand", run);
    caller.call("InvokeCommand", run.with("InstanceIds", List.of("ins-notfound")));
    caller.call("InvokeCommand", run.with("Parameters", secret.repeat(5_000)));
    caller.call(
        "RunCommand",
        Body.run(INSTANCE)
            .with("EnableParameter", true)
            .with(
                "DefaultParameterConfs",
                List.of(
                    Body.of("{'ParameterName': 'word'}").with("ParameterValue", secret).tree())));

    caller.call("InvokeCommand", run.with("Paramters", secret));
    caller.call("InvokeCommand", run.with("Parameters", List.of(secret)));
    get(
        "/?Action=InvokeCommand&Version=2020-10-28&SecretId=AKIDEMULATOREXAMPLE&Signature=no"
            + "&Nonce=1&Timestamp="
            + Instant.now().getEpochSecond()
            + "&Parameters=a%26"
            + secret
            + "%0A"
            + secret);
    get("/?Action=InvokeCommand&Version=2020-10-28&Parameters=%ff" + secret);

    assertThat(requests("code=AuthFailure.SignatureFailure&limit=1").toString())
        .contains("Parameters=******");
    assertThat(get("/_tat/requests?limit=10")).contains("\"Parameters\":\"******\"");
    assertThat(get("/_tat/requests?limit=10")).doesNotContain(secret);
    assertThat(output.toString()).doesNotContain(secret);
  }
}
