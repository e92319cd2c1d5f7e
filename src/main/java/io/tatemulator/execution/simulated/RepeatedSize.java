package io.tatemulator.execution.simulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression is once its counted repetitions, such as <code>(ab){3}</code>, are
 * written out, which is what the compiler makes of them. The expression need not be well-formed.
 */
final class RepeatedSize {
  // An escape, a class, a group's ends, a counted repetition, or any other character.
  private static final Pattern PART =
      Pattern.compile(
          "(?s)(?<quoted>\\\\Q.*?(?:\\\\E|$))|\\\\(?:[pP](?:\\{[^}]*}|.)|.|$)"
              + "|\\[\\^?]?(?:\\[:[^\\]]*:]|\\\\.|[^\\]\\\\])*]"
              + "|(?<open>\\()|(?<close>\\))"
              + "|\\{(?<least>\\d{1,9})(?<comma>,(?<most>\\d{1,9})?)?}|.");
  private static final long ENOUGH = Integer.MAX_VALUE;

  /** The sizes before each group that is open, the innermost first. */
  private final Deque<Long> before = new ArrayDeque<>();

  private long size;
  private long last;

  private RepeatedSize() {}

  /** The size in characters; no more than {@code Integer.MAX_VALUE}. */
  static long of(String expression) {
    RepeatedSize counted = new RepeatedSize();
    for (Matcher part = PART.matcher(expression); part.find(); ) {
      counted.add(part);
    }
    while (!counted.before.isEmpty()) {
      counted.closeGroup();
    }
    return counted.size;
  }

  private void add(Matcher part) {
    if (part.group("open") != null) {
      before.push(size);
      size = 0;
      last = 0;
    } else if (part.group("close") != null && !before.isEmpty()) {
      closeGroup();
    } else if (part.group("least") != null) {
      repeat(times(part));
    } else {
      last = part.group("quoted") == null ? 1 : part.group().length();
      size = Math.min(size + last, ENOUGH);
    }
  }

  private void closeGroup() {
    last = size + 1;
    size = Math.min(before.pop() + last, ENOUGH);
  }

  private void repeat(long times) {
    long repeated = Math.min(last * times, ENOUGH);
    size = Math.min(size - last + repeated, ENOUGH);
    last = repeated;
  }

  private static long times(Matcher part) {
    long least = Long.parseLong(part.group("least"));
    if (part.group("most") != null) {
      return Math.max(1, Math.max(least, Long.parseLong(part.group("most"))));
    }
    return part.group("comma") == null ? Math.max(1, least) : least + 1;
  }
}
