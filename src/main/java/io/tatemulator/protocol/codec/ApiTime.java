package io.tatemulator.protocol.codec;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Formats times as documented for responses: {@code YYYY-MM-DDThh:mm:ssZ}, in UTC. */
public final class ApiTime {
  private ApiTime() {}

  /** Returns a time in the format of responses, truncated to seconds. */
  public static String format(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
