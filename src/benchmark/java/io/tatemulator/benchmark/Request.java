package io.tatemulator.benchmark;

import io.tatemulator.testing.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request of the cloud API.
 *
 * @param action what is asked
 * @param signature the headers of its signature, each with its line end; empty when it has none
 * @param body its parameters, in ASCII
 */
record Request(String action, String signature, String body) {
  private static final String HOST = "127.0.0.1";

  /** A schedule that is not due as long as a benchmark runs. */
  static final String NEVER = "{\"Policy\":\"ONCE\",\"InvokeTime\":\"2099-01-01T00:00:00+08:00\"}";

  /** One without a signature. */
  Request(String action, String body) {
    this(action, "", body);
  }

  /** Creates an invoker of the command and the instance that exist at every start. */
  static Request createInvoker(String name, String schedule) {
    return createInvoker("CreateInvoker", name, schedule);
  }

  /** The same for any action that takes what CreateInvoker takes. */
  static Request createInvoker(String action, String name, String schedule) {
    return new Request(
        action,
        """
        {"Name":"%s","Type":"SCHEDULE","CommandId":"cmd-m7uma92n","InstanceIds":["ins-yx05ky8j"],\
        "ScheduleSettings":%s}"""
            .formatted(name, schedule));
  }

  static Request records(List<String> invokerIds, long offset, int limit) {
    String ids =
        invokerIds.isEmpty()
            ? ""
            : "\"InvokerIds\":[\"" + String.join("\",\"", invokerIds) + "\"],";
    return page("DescribeInvokerRecords", ids, offset, limit);
  }

  static Request invokers(int limit) {
    return page("DescribeInvokers", "", 0, limit);
  }

  static Request invocations(long offset, int limit) {
    return page("DescribeInvocations", "", offset, limit);
  }

  /**
   * A page of tasks.
   *
   * @param before parameters that come first, each with its comma
   */
  static Request tasks(String before, long offset, int limit) {
    return page("DescribeInvocationTasks", before, offset, limit);
  }

  /** Runs a script, without saving it, on the first of many instances. */
  static Request runCommand(int instances) {
    String ids =
        IntStream.range(0, instances)
            .mapToObj(i -> "\"ins-" + (10_000_000 + i) + "\"")
            .collect(Collectors.joining(","));
    return new Request("RunCommand", "{\"Content\":\"bHM=\",\"InstanceIds\":[" + ids + "]}");
  }

  /** A schedule that is due once. */
  static String once(Instant due) {
    return "{\"Policy\":\"ONCE\",\"InvokeTime\":\"" + due + "\"}";
  }

  /** A schedule that is due again and again. */
  static String recurrence(String crontab) {
    return "{\"Policy\":\"RECURRENCE\",\"Recurrence\":\"" + crontab + "\"}";
  }

  /** The same request, signed with a key pair now. */
  Request signedBy(String secretId, String secretKey) {
    Signer signer = new Signer(secretId, secretKey, HOST, Instant.now());
    String headers =
        "X-TC-Timestamp: %s\r\nAuthorization: %s\r\n"
            .formatted(signer.timestamp(), signer.authorization(body));
    return new Request(action, headers, body);
  }

  byte[] bytes() {
    String text =
        "POST / HTTP/1.1\r\nHost: "
            + HOST
            + "\r\nContent-Type: application/json\r\n"
            + "X-TC-Version: 2020-10-28\r\nX-TC-Region: ap-guangzhou\r\nX-TC-Action: "
            + action
            + "\r\n"
            + signature
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Request page(String action, String before, long offset, int limit) {
    return new Request(action, "{" + before + "\"Offset\":" + offset + ",\"Limit\":" + limit + "}");
  }
}
