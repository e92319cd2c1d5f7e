package io.tatemulator.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer, taken apart no further than is needed to judge it.
 *
 * @param status the HTTP status
 * @param closes whether the server closes the connection after it
 * @param text all of it, head and body
 */
record HttpAnswer(int status, boolean closes, String text) {
  private static final String LINE_END = "\r\n";
  private static final String HEAD_END = LINE_END + LINE_END;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern LENGTH = header("Content-Length: *(\\d+)");
  private static final Pattern CHUNKED = header("Transfer-Encoding: *chunked");
  private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9a-fA-F]{1,7}");
  private static final Pattern CLOSES = header("Connection: *close");

  /**
   * Reads what has come so far, each byte as one character.
   *
   * @return null when there is more to come
   * @throws BenchmarkFailure when it is no HTTP, or more than one answer
   */
  static @Nullable HttpAnswer of(String text) {
    int head = text.indexOf(HEAD_END);
    if (head < 0) {
      return null;
    }
    Matcher status = STATUS.matcher(text);
    require(status.lookingAt(), text);
    int body = head + HEAD_END.length();
    int end = end(text, body);
    require(text.length() <= end, text);
    return text.length() < end
        ? null
        : new HttpAnswer(Integer.parseInt(status.group(1)), isIn(CLOSES, text, body), text);
  }

  /** Whether it is an answer to a request that was not refused. */
  boolean isSuccess() {
    return status == 200 && !isRefusal();
  }

  /** Whether it is the emulator's own answer to a request that it refuses. */
  boolean isRefusal() {
    return status == 200 && text.contains("\"Error\":{");
  }

  /** Where the answer ends; beyond what there is when that cannot be told yet. */
  private static int end(String text, int body) {
    Matcher length = LENGTH.matcher(text).region(0, body);
    if (length.find()) {
      return body + Integer.parseInt(length.group(1));
    }
    require(isIn(CHUNKED, text, body), text);
    int size = -1;
    int end = body;
    while (size != 0) {
      int lineEnd = text.indexOf(LINE_END, end);
      if (lineEnd < 0) {
        return Integer.MAX_VALUE;
      }
      String hex = text.substring(end, lineEnd);
      require(CHUNK_SIZE.matcher(hex).matches(), text);
      size = Integer.parseInt(hex, 16);
      end = lineEnd + LINE_END.length() + size + LINE_END.length();
    }
    return end;
  }

  private static boolean isIn(Pattern header, String text, int headEnd) {
    return header.matcher(text).region(0, headEnd).find();
  }

  private static void require(boolean condition, String text) {
    if (!condition) {
      throw new BenchmarkFailure("not an answer: " + text);
    }
  }

  private static Pattern header(String line) {
    return Pattern.compile(LINE_END + line, Pattern.CASE_INSENSITIVE);
  }
}
