package io.tatemulator.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the clock of a database server without asking for each reading. */
final class ServerClock {
  private static final long VALID_NANOS = Duration.ofSeconds(2).toNanos();

  /** An exchange that takes longer says little about the time in its middle. */
  private static final long MAX_EXCHANGE_NANOS = Duration.ofSeconds(1).toNanos();

  /** Two readings that differ by less count as equal. */
  private static final Duration TOLERANCE = Duration.ofMillis(5);

  private record Reading(Instant time, long nanos) {
    Instant now() {
      return time.plusNanos(System.nanoTime() - nanos);
    }
  }

  private volatile @Nullable Reading reading;
  private long readAt;

  /** Returns the present time of the server; empty before the first reading. */
  Optional<Instant> now() {
    return Optional.ofNullable(reading).map(Reading::now);
  }

  /**
   * Reads it again after some seconds, taking the server to answer in the middle of the exchange.
   */
  void read(LockSession session) throws SQLException {
    Reading before = reading;
    long start = System.nanoTime();
    if (before != null && start - readAt < VALID_NANOS) {
      return;
    }
    String millis =
        session.query("select (extract(epoch from clock_timestamp()) * 1000)::bigint").get(0);
    long end = System.nanoTime();
    Reading now =
        new Reading(Instant.ofEpochMilli(Long.parseLong(millis)), start + (end - start) / 2);
    if (before == null || isBetter(now, before, end - start)) {
      reading = now;
    }
    readAt = end;
  }

  private static boolean isBetter(Reading now, Reading before, long exchangeNanos) {
    return exchangeNanos < MAX_EXCHANGE_NANOS
        && Duration.between(before.now(), now.now()).abs().compareTo(TOLERANCE) > 0;
  }
}
