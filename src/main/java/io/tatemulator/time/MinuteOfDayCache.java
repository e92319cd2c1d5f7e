package io.tatemulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/**
 * A cache of the minutes of the day at which a crontab is due. They are the same on every day on
 * which it is due at all, so that a long advance need not compute every minute of every day.
 */
final class MinuteOfDayCache {
  private static final long MINUTES_PER_DAY = Duration.ofDays(1).toMinutes();
  private static final long BEIJING_OFFSET = Duration.ofHours(8).toMinutes();

  /** Before that, Beijing had daylight saving time, and days of other lengths. */
  private static final Instant LAST_DST_YEAR_END = Instant.parse("1992-01-01T00:00:00Z");

  private final BitSet due = new BitSet();

  /** The minutes whose next due minute on the same day is cached. */
  private final BitSet known = new BitSet();

  /** Returns the next due instant after a due instant; empty when it is not cached. */
  synchronized Optional<Instant> next(Instant after) {
    int minute = minute(after);
    if (!known.get(minute) || after.isBefore(LAST_DST_YEAR_END)) {
      return Optional.empty();
    }
    return Optional.of(after.plus(Duration.ofMinutes(due.nextSetBit(minute + 1) - (long) minute)));
  }

  /** Caches the next due instant after a due instant. */
  synchronized void record(Instant time, Instant next) {
    int minute = minute(time);
    long nextMinute = minute + Duration.between(time, next).toMinutes();
    if (nextMinute < MINUTES_PER_DAY && !known.get(minute) && !time.isBefore(LAST_DST_YEAR_END)) {
      known.set(minute);
      due.set((int) nextMinute);
    }
  }

  private static int minute(Instant time) {
    return (int) Math.floorMod(time.getEpochSecond() / 60 + BEIJING_OFFSET, MINUTES_PER_DAY);
  }
}
