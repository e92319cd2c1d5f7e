package io.tatemulator.benchmark.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests with one defect each. Unknown methods, versions and transfer codings are not among them,
 * since HTTP requires 501 and 505 for those.
 */
public final class SpoiltRequests {
  private static final String HOST = "Host: 127.0.0.1\r\n";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ACTION = "DescribeInvokers";
  private static final String BODY = "{\"Limit\":20}";
  private static final String LENGTH = "Content-Length: 12\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String GOOD = text(new Request(ACTION, BODY));

  private SpoiltRequests() {}

  /** The emulator must answer these with an error of the API. */
  public static List<byte[]> refused() {
    Stream<String> heads =
        Stream.of(
            GOOD.replace("POST / ", "PUT / "),
            GOOD.replace("POST / ", "GET /?Limit=%zz "),
            GOOD.replace("POST / ", "GET /?Limit=" + "1".repeat(40_000) + " "),
            GOOD.replace(ACTION, "DescribeNothing"),
            GOOD.replace(ACTION, ""),
            GOOD.replace(ACTION, "A".repeat(60_000)),
            GOOD.replace("2020-10-28", "2020-10-29"),
            GOOD.replace("ap-guangzhou", "../guangzhou"),
            GOOD.replace(JSON, "text/plain"),
            GOOD.replace(JSON, "multipart/form-data; boundary=a"),
            GOOD.replace(LENGTH, LENGTH + "Authorization: TC3-HMAC-SHA256 a\r\n"),
            text(signed("another-secret-key")),
            text(signed("emulator-secret-key")).replaceFirst("(Timestamp: )\\d+", "$11600000000"));
    Stream<String> bodies =
        Stream.of(
            "{\"Limit\":",
            "[]",
            "{}{}",
            "{\"Limit\":\"ten\"}",
            "{\"Limit\":-1}",
            "{\"Limit\":1e999999999}",
            "{\"Limit\":" + "9".repeat(2_000) + "}",
            "{\"Limit\":1,\"Limit\":1}",
            "{\"Nothing\":1}",
            "{\"InvokerIds\":[\"ivk-\"]}",
            "{\"Filters\":[{\"Name\":\"a\",\"Values\":[]}]}",
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "{\"Limit\":[" + "[],".repeat(60_000) + "[]]}");
    Stream<String> badBodies = bodies.map(body -> text(new Request(ACTION, body)));
    return bytes(
        Stream.concat(
            heads, Stream.concat(badBodies, Stream.of(GOOD.replace("Limit", "Li\u00ffit")))));
  }

  /** The emulator must answer these with an error of the API for their size. */
  public static List<byte[]> tooLarge() {
    return bytes(
        Stream.of(
            text(new Request(ACTION, "a".repeat(1_100_000))).replace(JSON, FORM),
            text(new Request(ACTION, " ".repeat(10 * 1024 * 1024 + 1)))));
  }

  /** The HTTP server must reject these before the emulator sees them. */
  public static List<byte[]> rejected() {
    String manyHeaders =
        IntStream.range(0, 200).mapToObj(i -> "X-" + i + ": a\r\n").collect(Collectors.joining());
    Stream<String> heads =
        Stream.of(
            GOOD.replace("POST / ", "POST /nothing "),
            GOOD.replace("POST / ", "POST /../.. "),
            GOOD.replace("POST / ", "GET /?a=<b> "),
            GOOD.replace("POST / ", "TRACE / "),
            GOOD.replace("POST / ", "\u0016\u0003\u0001\u0002\u0000"),
            GOOD.replace(HOST, ""),
            GOOD.replace(HOST, HOST + "Host: localhost\r\n"),
            GOOD.replace(HOST, HOST + manyHeaders),
            GOOD.replace(HOST, HOST + "X-Long: " + "a".repeat(70_000) + "\r\n"),
            GOOD.replace(HOST, HOST + "X-Bad: \u0000\r\n"),
            GOOD.replace(HOST, HOST + "X Bad: a\r\n"),
            GOOD.replace(LENGTH, LENGTH + "Content-Length: 3\r\n"),
            GOOD.replace(LENGTH, "Content-Length: -1\r\n"),
            GOOD.replace(LENGTH, "Content-Length: ten\r\n"));
    Stream<String> chunks =
        Stream.of("zz\r\n{}\r\n0\r\n\r\n", "fffffffff\r\n{}\r\n", "2\r\n{}{}\r\n0\r\n\r\n")
            .map(chunk -> GOOD.replace(LENGTH, CHUNKED).replace(BODY, chunk));
    return bytes(Stream.concat(heads, chunks));
  }

  private static Request signed(String secretKey) {
    return new Request(ACTION, BODY).signedBy("AKIDEMULATOREXAMPLE", secretKey);
  }

  private static String text(Request request) {
    return new String(request.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static List<byte[]> bytes(Stream<String> texts) {
    return texts.map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }
}
