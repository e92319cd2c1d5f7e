package io.tatemulator.testing;

import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * The time zone and the locale of a host, as the defaults of this process.
 *
 * @param zone the time zone's id
 * @param language the locale as a language tag
 */
public record HostDefaults(String zone, String language) {
  private static final TimeZone OWN_ZONE = TimeZone.getDefault();
  private static final Locale OWN_LOCALE = Locale.getDefault();

  /** Hosts that case mapping, digits, calendars and zones tell apart. */
  public static Stream<HostDefaults> all() {
    return Stream.of(
        new HostDefaults("UTC", "en-US"),
        new HostDefaults("America/New_York", "tr-TR"),
        new HostDefaults("Asia/Shanghai", "ar-EG-u-nu-arab"),
        new HostDefaults("Pacific/Chatham", "th-TH-u-ca-buddhist-nu-thai"),
        new HostDefaults("Asia/Kolkata", "az-Latn-AZ"));
  }

  /** Has this process be on such a host, until {@link #restore}. */
  public void set() {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Locale.setDefault(Locale.forLanguageTag(language));
  }

  /** Has this process be on its own host again. */
  public static void restore() {
    TimeZone.setDefault(OWN_ZONE);
    Locale.setDefault(OWN_LOCALE);
  }
}
