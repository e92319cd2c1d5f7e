package io.tatemulator.support;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Validates the values of settings. Every method throws {@link InvalidSettingException} for an
 * invalid value; the name of a setting excludes the prefix of the record that binds it.
 */
public final class SettingRules {
  private static final long MAX_DAYS = 3_650;
  private static final int MAX_PORT = 65_535;

  /** A host name, whose first label may be an asterisk, or an IPv6 address. */
  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?[\\w-]+(\\.[\\w-]+)*|[0-9A-Fa-f.]*(:[0-9A-Fa-f.]*){2,}");

  private SettingRules() {}

  /** Requires a condition; {@code expected} is the message of the exception. */
  public static void require(boolean condition, String setting, Object value, String expected) {
    if (!condition) {
      throw new InvalidSettingException(setting, value, expected);
    }
  }

  /** Requires a number that is not below a minimum. */
  public static void requireAtLeast(long min, String setting, long value) {
    require(value >= min, setting, value, "expected at least " + min);
  }

  /** Requires a port, or 0 for a free one. */
  public static void requirePort(String setting, int value) {
    require(value >= 0 && value <= MAX_PORT, setting, value, "expected 0 to " + MAX_PORT);
  }

  /** Requires a duration that is not negative and at most ten years. */
  public static void requireDuration(String setting, Duration value) {
    require(
        !value.isNegative() && value.compareTo(Duration.ofDays(MAX_DAYS)) <= 0,
        setting,
        value,
        "expected 0s to " + MAX_DAYS + "d");
  }

  /** Requires host names and addresses, without ports. */
  public static void requireHosts(String setting, List<String> value) {
    require(
        value.stream().allMatch(host -> HOST.matcher(host).matches()),
        setting,
        String.join(",", value),
        "expected host names or addresses without ports");
  }
}
