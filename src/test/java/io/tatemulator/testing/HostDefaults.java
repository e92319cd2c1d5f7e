package io.tatemulator.testing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time zone and the locale of a host, as the defaults of this process or another one.
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

  /** Those of them that differ most, for tests that need a process for each. */
  public static Stream<HostDefaults> some() {
    return all()
        .filter(host -> Set.of("tr-TR", "th-TH-u-ca-buddhist-nu-thai").contains(host.language()));
  }

  /** Has this process be on such a host, until {@link #restore}. */
  public void set() {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Locale.setDefault(Locale.forLanguageTag(language));
  }

  /** Options that have another JVM be on such a host. */
  public List<String> jvmOptions() {
    Locale locale = Locale.forLanguageTag(language);
    String extensions =
        locale.getExtensionKeys().stream()
            .map(key -> key + "-" + locale.getExtension(key))
            .collect(Collectors.joining("-"));
    return List.of(
        "-Duser.timezone=" + zone,
        "-Duser.language=" + locale.getLanguage(),
        "-Duser.script=" + locale.getScript(),
        "-Duser.country=" + locale.getCountry(),
        "-Duser.extensions=" + extensions);
  }

  /** Has this process be on its own host again. */
  public static void restore() {
    TimeZone.setDefault(OWN_ZONE);
    Locale.setDefault(OWN_LOCALE);
  }
}
