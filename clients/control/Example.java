import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The control API with the JDK alone: {@code java Example.java http://127.0.0.1:8080}. It resets the
 * emulator. A program that may depend on the emulator's jar uses the typed client instead: see
 * docs/java.md.
 */
public final class Example {
  private static final String INVOKER =
      """
      {"Name": "example", "CommandId": "cmd-m7uma92n", "InstanceIds": ["ins-yx05ky8j"],
       "Type": "SCHEDULE",
       "ScheduleSettings": {"Policy": "RECURRENCE", "Recurrence": "*/3 * * * *"}}
      """;

  private static final String SECOND_RUN_FAILS =
      """
      {"rules": [{"match": {"nth": 2}, "outcome": {"exitCode": 3}}]}""";

  private static final String ONE_CALL_FAILS =
      """
      {"rules": [{"match": {"action": "DescribeInvokers", "times": 1},
                  "fault": {"code": "InternalError"}}]}""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  private Example(String url) {
    this.url = url;
  }

  /** Goes through the story. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Example example = new Example(arguments[0]);
    example.beginAnew();
    example.secondRunFails();
    example.oneCallFails();
    example.stateComesBack();
    System.out.println("Java: two runs, a fault and a snapshot, all as expected");
  }

  private void beginAnew() throws IOException, InterruptedException {
    control("POST", "reset", "");
    control("PUT", "clock", "{\"mode\": \"frozen\", \"now\": \"2021-08-31T15:59:00Z\"}");
    expect("CreateInvoker", List.of(), found("\"Error\":\\{.*?}", tat("CreateInvoker", INVOKER)));
  }

  private void secondRunFails() throws IOException, InterruptedException {
    control("PUT", "outcomes", SECOND_RUN_FAILS);
    String travel = control("POST", "clock/advance", "{\"by\": \"PT6M\"}");
    expect("six minutes", List.of("2"), found("\"fired\":(\\d+)", travel));
    List<String> results = found("\"Result\":\"(\\w+)\"", records());
    expect("the results, newest first", List.of("FAILED", "SUCCESS"), results);
  }

  private void oneCallFails() throws IOException, InterruptedException {
    control("PUT", "faults", ONE_CALL_FAILS);
    List<String> codes = found("\"Code\":\"(\\w+)\"", tat("DescribeInvokers", "{}"));
    expect("the call with a fault", List.of("InternalError"), codes);
    List<String> totals = found("\"TotalCount\":(\\d+)", tat("DescribeInvokers", "{}"));
    expect("the call after it", List.of("1"), totals);
  }

  private void stateComesBack() throws IOException, InterruptedException {
    String before = records();
    control("PUT", "snapshots/example", "");
    control("POST", "reset", "");
    expect("the records after a reset", "[]", records());
    control("POST", "snapshots/example/load", "");
    expect("the records after loading", before, records());
    control("DELETE", "snapshots/example", "");
    control("POST", "reset", "");
  }

  private String records() throws IOException, InterruptedException {
    String answer = tat("DescribeInvokerRecords", "{}");
    return String.join("", found("\"InvokerRecordSet\":(\\[.*?])", answer));
  }

  private String control(String method, String route, String body)
      throws IOException, InterruptedException {
    return send(request("/_tat/" + route, method, body));
  }

  private String tat(String action, String body) throws IOException, InterruptedException {
    return send(
        request("/", "POST", body)
            .header("X-TC-Action", action)
            .header("X-TC-Version", "2020-10-28")
            .header("X-TC-Region", "ap-guangzhou"));
  }

  private HttpRequest.Builder request(String path, String method, String body) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      fail(answer.request() + " was answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** What a pattern's group, or else the pattern, matches; there is no JSON reader in the JDK. */
  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(match.groupCount()))
        .toList();
  }

  private static void expect(String what, Object wanted, Object found) {
    if (!found.equals(wanted)) {
      fail(what + ": expected " + wanted + ", got " + found);
    }
  }

  private static void fail(String text) {
    System.err.println("Java: " + text);
    System.exit(1);
  }
}
