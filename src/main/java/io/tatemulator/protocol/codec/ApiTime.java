package io.tatemulator.protocol.codec;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The documented form of every time in an answer: {@code YYYY-MM-DDThh:mm:ssZ}, in UTC. */
public final class ApiTime {
  private ApiTime() {}

  /** A time as answers show it; fractions of a second are cut off. */
  public static String format(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
