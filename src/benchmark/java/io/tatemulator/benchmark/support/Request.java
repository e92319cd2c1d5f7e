package io.tatemulator.benchmark.support;

import io.tatemulator.testing.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request of the cloud API.
 *
 * @param action the action's name
 * @param signature the headers of its signature, each with its line end; empty when unsigned
 * @param body its parameters, in ASCII
 */
public record Request(String action, String signature, String body) {
  private static final String HOST = "127.0.0.1";

  /** A schedule that is not due while a benchmark runs. */
  public static final String NEVER =
      "{\"Policy\":\"ONCE\",\"InvokeTime\":\"2099-01-01T00:00:00+08:00\"}";

  /** An unsigned request. */
  public Request(String action, String body) {
    this(action, "", body);
  }

  /** Creates an invoker of the command and the instance that exist at every start. */
  public static Request createInvoker(String name, String schedule) {
    return createInvoker("CreateInvoker", name, schedule);
  }

  /** The same for any action with the parameters of CreateInvoker. */
  public static Request createInvoker(String action, String name, String schedule) {
    return new Request(
        action,
        """
        {"Name":"%s","Type":"SCHEDULE","CommandId":"cmd-m7uma92n","InstanceIds":["ins-yx05ky8j"],\
        "ScheduleSettings":%s}"""
            .formatted(name, schedule));
  }

  public static Request records(List<String> invokerIds, long offset, int limit) {
    String ids =
        invokerIds.isEmpty()
            ? ""
            : "\"InvokerIds\":[\"" + String.join("\",\"", invokerIds) + "\"],";
    return page("DescribeInvokerRecords", ids, offset, limit);
  }

  public static Request invokers(int limit) {
    return page("DescribeInvokers", "", 0, limit);
  }

  public static Request invocations(long offset, int limit) {
    return page("DescribeInvocations", "", offset, limit);
  }

  /**
   * A page of tasks.
   *
   * @param before parameters that come first, each with its comma
   */
  public static Request tasks(String before, long offset, int limit) {
    return page("DescribeInvocationTasks", before, offset, limit);
  }

  /** Runs a script, without saving it, on the first of many instances. */
  public static Request runCommand(int instances) {
    return runCommand("ls", instances);
  }

  /** Runs a script, without saving it, on the first of many instances. */
  public static Request runCommand(String script, int instances) {
    String content = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.US_ASCII));
    String ids =
        IntStream.range(0, instances)
            .mapToObj(i -> "\"ins-" + (10_000_000 + i) + "\"")
            .collect(Collectors.joining(","));
    return new Request(
        "RunCommand", "{\"Content\":\"" + content + "\",\"InstanceIds\":[" + ids + "]}");
  }

  /** A schedule that is due once. */
  public static String once(Instant due) {
    return "{\"Policy\":\"ONCE\",\"InvokeTime\":\"" + due + "\"}";
  }

  /** A schedule that recurs. */
  public static String recurrence(String crontab) {
    return "{\"Policy\":\"RECURRENCE\",\"Recurrence\":\"" + crontab + "\"}";
  }

  /** The same request, signed with a key pair now. */
  public Request signedBy(String secretId, String secretKey) {
    Signer signer = new Signer(secretId, secretKey, HOST, Instant.now());
    String headers =
        "X-TC-Timestamp: %s\r\nAuthorization: %s\r\n"
            .formatted(signer.timestamp(), signer.authorization(body));
    return new Request(action, headers, body);
  }

  public byte[] bytes() {
    String headers =
        "X-TC-Version: 2020-10-28\r\nX-TC-Region: ap-guangzhou\r\nX-TC-Action: "
            + action
            + "\r\n"
            + signature;
    return http("POST", "/", headers, body);
  }

  /** Any HTTP request with a JSON body in ASCII; each header with its line end. */
  static byte[] http(String method, String path, String headers, String body) {
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(method, path, HOST, headers, body.length());
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static Request page(String action, String before, long offset, int limit) {
    return new Request(action, "{" + before + "\"Offset\":" + offset + ",\"Limit\":" + limit + "}");
  }
}
