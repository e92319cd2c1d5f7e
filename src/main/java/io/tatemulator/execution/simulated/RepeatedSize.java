package io.tatemulator.execution.simulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes the size of a regular expression after expansion of its counted repetitions, such as
 * <code>(ab){3}</code>, which the compiler expands too. The expression need not be well-formed.
 */
final class RepeatedSize {
  // An escape, a character class, a parenthesis, a counted repetition, or any other character.
  private static final Pattern PART =
      Pattern.compile(
          "(?s)(?<quoted>\\\\Q.*?(?:\\\\E|$))|\\\\(?:[pP](?:\\{[^}]*}|.)|.|$)"
              + "|\\[\\^?]?(?:\\[:[^\\]]*:]|\\\\.|[^\\]\\\\])*]"
              + "|(?<open>\\()|(?<close>\\))"
              + "|\\{(?<min>\\d{1,9})(?<comma>,(?<max>\\d{1,9})?)?}|.");
  private static final long MAX_SIZE = Integer.MAX_VALUE;

  /** The sizes before each open group, the innermost first. */
  private final Deque<Long> outerSizes = new ArrayDeque<>();

  private long size;
  private long last;

  private RepeatedSize() {}

  /** Returns the size in characters, at most {@code Integer.MAX_VALUE}. */
  static long of(String expression) {
    RepeatedSize counted = new RepeatedSize();
    for (Matcher part = PART.matcher(expression); part.find(); ) {
      counted.add(part);
    }
    while (!counted.outerSizes.isEmpty()) {
      counted.closeGroup();
    }
    return counted.size;
  }

  private void add(Matcher part) {
    if (part.group("open") != null) {
      outerSizes.push(size);
      size = 0;
      last = 0;
    } else if (part.group("close") != null && !outerSizes.isEmpty()) {
      closeGroup();
    } else if (part.group("min") != null) {
      repeat(times(part));
    } else {
      last = part.group("quoted") == null ? 1 : part.group().length();
      size = Math.min(size + last, MAX_SIZE);
    }
  }

  private void closeGroup() {
    last = size + 1;
    size = Math.min(outerSizes.pop() + last, MAX_SIZE);
  }

  private void repeat(long times) {
    long repeated = Math.min(last * times, MAX_SIZE);
    size = Math.min(size - last + repeated, MAX_SIZE);
    last = repeated;
  }

  private static long times(Matcher part) {
    long min = Long.parseLong(part.group("min"));
    if (part.group("max") != null) {
      return Math.max(1, Math.max(min, Long.parseLong(part.group("max"))));
    }
    return part.group("comma") == null ? Math.max(1, min) : min + 1;
  }
}
