package io.tatemulator.support;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks the values of settings. Every method throws {@link InvalidSettingException} when a value
 * is not as it must be; a setting is named below the prefix of the record that takes it.
 */
public final class SettingRules {
  private static final long LONGEST_DAYS = 3_650;
  private static final int LAST_PORT = 65_535;

  /** A name, of which the first part may be an asterisk, or an IPv6 address. */
  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?[\\w-]+(\\.[\\w-]+)*|[0-9A-Fa-f.]*(:[0-9A-Fa-f.]*){2,}");

  private SettingRules() {}

  /** Requires a condition, or else says what is expected. */
  public static void require(boolean condition, String setting, Object value, String expected) {
    if (!condition) {
      throw new InvalidSettingException(setting, value, expected);
    }
  }

  /** Requires a number that is not too small. */
  public static void requireAtLeast(long least, String setting, long value) {
    require(value >= least, setting, value, "it is at least " + least);
  }

  /** Requires a port, or 0 for one that is free. */
  public static void requirePort(String setting, int value) {
    require(value >= 0 && value <= LAST_PORT, setting, value, "it is from 0 to " + LAST_PORT);
  }

  /** Requires a duration that is not negative and at most ten years. */
  public static void requireDuration(String setting, Duration value) {
    require(
        !value.isNegative() && value.compareTo(Duration.ofDays(LONGEST_DAYS)) <= 0,
        setting,
        value,
        "it is from 0s to " + LONGEST_DAYS + "d");
  }

  /** Requires host names and addresses, without ports. */
  public static void requireHosts(String setting, List<String> value) {
    require(
        value.stream().allMatch(host -> HOST.matcher(host).matches()),
        setting,
        String.join(",", value),
        "each is a host name or an address");
  }
}
