package io.tatemulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's only source of time. It ticks in whole milliseconds, the grain in which times are
 * stored, so that a time read back equals the time written.
 */
public final class EmulatorClock extends Clock {
  /** The last time that it shows, since clients read years of four digits. */
  public static final Instant MAX_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * How a clock stands at one moment.
   *
   * @param state how it goes
   * @param now what it shows
   * @param host what the host's clock shows
   */
  public record Reading(ClockState state, Instant now, Instant host) {
    /** The same moment, with a clock that goes otherwise. */
    public Reading with(ClockState other) {
      return new Reading(other, other.read(host), host);
    }
  }

  private final Clock source;
  private volatile ClockState state = ClockState.REAL;
  private volatile @Nullable Instant held;

  /** Whether it can show a time: from 1970 on, up to {@link #MAX_TIME}. */
  public static boolean canShow(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(MAX_TIME);
  }

  /** A clock that follows another one until it is set. */
  public EmulatorClock(Clock source) {
    this.source = source;
  }

  /** How this clock goes. */
  public ClockState state() {
    return state;
  }

  /** Has it go otherwise from now on. Nothing that falls due by that is done here. */
  public void set(ClockState other) {
    state = other;
    held = null;
  }

  /** Has it show one instant until it is held elsewhere or set. */
  public void hold(Instant instant) {
    held = instant;
  }

  /**
   * What {@link #set} needs to have it show a time from now on, going as it goes. A time that it
   * would have passed by now, had it not been held, does not set it back.
   */
  public ClockState movedTo(Instant time) {
    return state.movedTo(time, host());
  }

  /** How it stands now. */
  public Reading reading() {
    Instant host = host();
    Instant standing = held;
    return new Reading(state, standing == null ? state.read(host) : standing, host);
  }

  /**
   * When this clock will show an instant, by the host's clock; the past when it has shown it
   * already, and empty when it stands still before it.
   */
  public Optional<Instant> onHost(Instant instant) {
    Instant now = instant();
    boolean stands = held != null || state.mode() == ClockMode.FROZEN;
    return stands && instant.isAfter(now)
        ? Optional.empty()
        : Optional.of(host().plus(Duration.between(now, instant)));
  }

  @Override
  public Instant instant() {
    Instant standing = held;
    return standing == null ? state.read(host()) : standing;
  }

  @Override
  public ZoneId getZone() {
    return source.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("times are instants; zones are a matter of reading");
  }

  private Instant host() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
