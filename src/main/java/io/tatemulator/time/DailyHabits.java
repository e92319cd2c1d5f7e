package io.tatemulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/**
 * The minutes at which a crontab is due, the same on each day on which it is due at all. Learnt
 * from its answers, so that long stretches of time need not ask for every minute of every day.
 */
final class DailyHabits {
  private static final long DAY = Duration.ofDays(1).toMinutes();
  private static final long BEIJING = Duration.ofHours(8).toMinutes();

  /** Beijing knew summer time before, and days of other lengths. */
  private static final Instant EVEN_DAYS = Instant.parse("1992-01-01T00:00:00Z");

  private final BitSet due = new BitSet();

  /** The minutes of which it is known when it is due next on the same day. */
  private final BitSet followed = new BitSet();

  /** When it is due next after a time at which it is due; empty when that is not known. */
  synchronized Optional<Instant> next(Instant after) {
    int minute = minute(after);
    if (!followed.get(minute) || after.isBefore(EVEN_DAYS)) {
      return Optional.empty();
    }
    return Optional.of(after.plus(Duration.ofMinutes(due.nextSetBit(minute + 1) - (long) minute)));
  }

  /** After one time at which it is due, another is the next. */
  synchronized void learn(Instant time, Instant next) {
    int minute = minute(time);
    long later = minute + Duration.between(time, next).toMinutes();
    if (later < DAY && !followed.get(minute) && !time.isBefore(EVEN_DAYS)) {
      followed.set(minute);
      due.set((int) later);
    }
  }

  private static int minute(Instant time) {
    return (int) Math.floorMod(time.getEpochSecond() / 60 + BEIJING, DAY);
  }
}
