package io.tatemulator.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.RawHttp;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What careless and hostile clients send: the cloud's own error or a clean refusal. */
class HardInputTest extends AcceptanceTest {
  private static final String SERVED = "\"RegionSet\":[";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  private String exchange(String request) {
    return exchange(request, RawHttp.Manner.AT_ONCE);
  }

  private String exchange(String request, RawHttp.Manner manner) {
    String answer = new RawHttp(port).exchange(request, manner);
    assertThat(answer).doesNotContain("Exception", "\tat ", "Tomcat", "InternalError");
    assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSizeLessThanOrEqualTo(2);
    return answer;
  }

  private static String sized(String body) {
    return RawHttp.post("Content-Length: " + body.length() + "\r\n", body);
  }

  @ParameterizedTest
  @EnumSource
  void servesAWholeRequestInWhateverMannerItComes(RawHttp.Manner manner) {
    assertThat(exchange(sized("{}"), manner)).startsWith("HTTP/1.1 200 ").contains(SERVED);
    assertThat(exchange(RawHttp.post(CHUNKED, "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"), manner))
        .startsWith("HTTP/1.1 200 ")
        .contains(SERVED);
  }

  @Test
  void supportsExpectContinue() {
    String answer =
        new RawHttp(port)
            .exchange(RawHttp.post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"));

    assertThat(answer).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 200 ", SERVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P",
        "POST / HTTP/1.1\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: appl",
        "GET /?Action=DescribeRegions"
      })
  void closesTheConnectionWhenTheHeadIsIncomplete(String start) {
    assertThat(exchange(start, RawHttp.Manner.THEN_HALF_CLOSED))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isEmpty(),
            answer -> assertThat(answer).startsWith("HTTP/1.1 400 "));
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 10, {}", "Transfer-Encoding: chunked, '9\r\n{}'"})
  void closesTheConnectionWhenTheBodyIsIncomplete(String length, String start) {
    assertThat(exchange(RawHttp.post(length + "\r\n", start), RawHttp.Manner.THEN_HALF_CLOSED))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isEmpty(),
            answer -> assertThat(answer).startsWith("HTTP/1.1 400 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nContent-Length: 3\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: two\r\n",
        "Content-Length: +2\r\n",
        "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: chunked, chunked\r\n",
        "X-Bad Header: a\r\n",
        "X-Bad: a\u0000b\r\n"
      })
  void refusesHeadersThatTwoServersMightReadInTwoWays(String headers) {
    String answer = exchange(RawHttp.post(headers, "{}"));

    assertThat(answer)
        .satisfiesAnyOf(
            refused -> assertThat(refused).startsWith("HTTP/1.1 400 "),
            unknown -> assertThat(unknown).startsWith("HTTP/1.1 501 "));
  }

  @Test
  void answersOnlyOneOfARequestWithAnotherHiddenInItsBody() {
    String hidden = sized("{}").replace("Connection: close\r\n", "");
    String outer =
        RawHttp.post(
                CHUNKED + "Content-Length: " + (5 + hidden.length()) + "\r\n", "0\r\n\r\n" + hidden)
            .replace("Connection: close\r\n", "");

    assertThat(exchange(outer)).contains("HTTP/1.1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "fffffffff\r\n{}\r\n"})
  void refusesChunksThatAreNone(String body) {
    assertThat(exchange(RawHttp.post(CHUNKED, body))).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void ignoresUnknownHeadersAndRejectsTooManyBytesOfThem() {
    String few =
        IntStream.range(0, 50)
            .mapToObj(i -> "X-Unknown-" + i + ": " + "v".repeat(100) + "\r\n")
            .collect(Collectors.joining());

    assertThat(exchange(RawHttp.post(few + "Content-Length: 2\r\n", "{}"))).contains(SERVED);
    assertThat(exchange(RawHttp.post("X-Long: " + "v".repeat(70_000) + "\r\n", "")))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Limit\":\"\u00ff\u00fe\"}",
        "{\"\u00c3(\":1}",
        "{\"Limit\":\"\\ud800\"}",
        "\u00ef\u00bb\u00bf[]",
        "{\"a\":1e999999999}",
        "{\"a\":\"\u0000\"}",
        "\u0000\u0000\u0000{"
      })
  void refusesTextsThatAreNone(String body) {
    assertThat(exchange(sized(body)))
        .startsWith("HTTP/1.1 200 ")
        .containsPattern("\"Code\":\"(InvalidParameter|UnknownParameter)\"");
  }

  @Test
  void refusesAQueryOfBytesThatAreNoText() {
    String query = "GET /?Action=DescribeRegions&Version=2020-10-28&Limit=%ff%fe HTTP/1.1\r\n";

    assertThat(exchange(query + "Host: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"Code\":\"InvalidParameter\"");
  }

  @Test
  void readsNoMorePartsThanARequestMayHave() {
    String lists = "{\"a\":[" + "[],".repeat(60_000) + "[]]}";
    String form =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(i -> "p" + i + "=")
            .collect(Collectors.joining("&", "Action=DescribeRegions&Version=2020-10-28&", ""));

    assertThat(exchange(sized(lists))).contains("\"Code\":\"InvalidParameter\"");
    assertThat(
            exchange(
                sized(form)
                    .replace("application/json", "application/x-www-form-urlencoded")
                    .replace("X-TC-Action: DescribeRegions\r\n", "")))
        .contains("\"Code\":\"InvalidParameter\"", "p9998");
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD / HTTP/1.1, 200",
    "TRACE / HTTP/1.1, 405",
    "CONNECT / HTTP/1.1, 501",
    "GET /nothing HTTP/1.1, 404",
    "GET /%2e%2e/etc/passwd HTTP/1.1, 400",
    "GET //_tat/info HTTP/1.1, 404",
    "GET /_tat/nothing HTTP/1.1, 404",
    "POST /_tat/info HTTP/1.1, 405",
    "GET / HTTP/9.9, 505",
    "GET / NONSENSE, 400",
    "GET /?a=<b> HTTP/1.1, 400"
  })
  void refusesWhatIsNoRequestOfTheApi(String line, int status) {
    String answer = exchange(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }
}
