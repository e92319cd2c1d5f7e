package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.RawHttp;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Errors that no route has raised have the same body as the others. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownRoutesTest extends AcceptanceTest {
  private HttpResponse<String> send(String method, String target, String... headers) {
    return new Control(port).send(method, target, "", headers);
  }

  private static String error(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return JsonMapper.shared().readTree(answer.body()).path("error").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere",
    "POST, /nowhere",
    "GET, /_tat/nowhere",
    "GET, /_tat",
    "GET, /_tat/clock/nowhere",
    "DELETE, /_tat/clock/",
    "GET, /actuator/nowhere",
    "GET, /error",
    "POST, /error"
  })
  void aPathThatThereIsNotIs404(String method, String path, CapturedOutput output) {
    HttpResponse<String> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(error(answer)).isEqualTo("no route for " + path);
    assertThat(output).doesNotContain("WARN", "ERROR", "nowhere");
  }

  @ParameterizedTest
  @CsvSource({"POST, /_tat/clock, PUT", "PUT, /_tat/reset, POST", "DELETE, /_tat/info, GET"})
  void aMethodThatThereIsNotIs405(String method, String path, String other, CapturedOutput output) {
    HttpResponse<String> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(error(answer)).startsWith(path + " does not support " + method + ", only ");
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains(other);
    assertThat(output).doesNotContain("WARN", "ERROR", path);
  }

  @Test
  void optionsNamesTheMethodsWhateverTheQuery(CapturedOutput output) {
    HttpResponse<String> answer = send("OPTIONS", "/_tat/instances/ins-abcdefgh?region=ap-beijing");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "PUT", "DELETE");
    assertThat(output).doesNotContain("WARN", "ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/_tat/requests?limit=many", "/_tat/instances/cvm-1"})
  void anErrorIsJsonWhateverIsAccepted(String path) {
    assertThat(error(send("GET", path, "Accept", "text/html"))).isNotEmpty();
  }

  @Test
  void anAnswerThatIsNotAcceptedIs406() {
    HttpResponse<String> answer = send("GET", "/_tat/clock", "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(error(answer)).contains("JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=%zz", "limit=1%", "%zz=1", "action=%ff", "action=%F0F"})
  void aQueryThatCannotBeDecodedIs400(String query, CapturedOutput output) {
    // No HTTP client would send it.
    String answer =
        new RawHttp(port)
            .exchange(
                "GET /_tat/requests?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .formatted(query));

    assertThat(answer).startsWith("HTTP/1.1 400").contains("{\"error\":\"");
    assertThat(output).doesNotContain("WARN", "ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"by=PT1H", "by=%zz", "{\"by\":\"%%\"}"})
  void aFormIs415EvenIfItCannotBeDecoded(String form, CapturedOutput output) {
    String answer =
        new RawHttp(port)
            .exchange(
                "POST /_tat/clock/advance HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
                        .formatted(form.length())
                    + form);

    assertThat(answer).startsWith("HTTP/1.1 415").contains("expected application/json");
    assertThat(output).doesNotContain("WARN", "ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /_tat/snapshots/a%2Fb HTTP/1.1\r\nHost: localhost",
        "GET /_tat/snapshots/a\\b HTTP/1.1\r\nHost: localhost",
        "GET /_tat/snapshots/%zz HTTP/1.1\r\nHost: localhost",
        "GET /_tat/clock HTTP/1.1",
        "GET /_tat/clock HTTP/1.1\r\nHost: local host",
        "GET /_tat/clock HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
        "GET /_tat/clock HTTP/9.9\r\nHost: localhost",
        "TRACE /_tat/clock HTTP/1.1\r\nHost: localhost"
      })
  void aRequestThatTheServerRejectsGetsTheSameBody(String head, CapturedOutput output) {
    String answer = new RawHttp(port).exchange(head + "\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .containsPattern("^HTTP/1.1 (4|5)\\d\\d")
        .contains("Content-Type: application/json")
        .contains("{\"error\":\"");
    assertThat(output).doesNotContain("WARN", "ERROR");
  }
}
