package io.tatemulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's only source of time. It ticks in whole milliseconds, the precision in which times
 * are stored, so that a time read back equals the time written.
 */
public final class EmulatorClock extends Clock {
  /** The latest time that it shows, since clients read years of four digits. */
  public static final Instant MAX_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * A reading of the clock at one moment.
   *
   * @param state the clock's state
   * @param now the time that it shows
   * @param host the time of the host's clock
   */
  public record Reading(ClockState state, Instant now, Instant host) {
    /** Returns the reading of a clock in another state at the same moment. */
    public Reading with(ClockState other) {
      return new Reading(other, other.read(host), host);
    }
  }

  private final Clock source;
  private volatile ClockState state = ClockState.REAL;
  private volatile @Nullable Instant held;

  /** Returns whether the clock can show a time: from 1970 to {@link #MAX_TIME}. */
  public static boolean canShow(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(MAX_TIME);
  }

  /** Creates a clock that follows another one until it is set. */
  public EmulatorClock(Clock source) {
    this.source = source;
  }

  /** Returns the state of this clock. */
  public ClockState state() {
    return state;
  }

  /**
   * Sets the state and ends a hold. It does not run the work that becomes due because of the
   * change.
   */
  public void set(ClockState newState) {
    state = newState;
    held = null;
  }

  /** Holds the clock at an instant until the next hold or {@link #set}. */
  public void hold(Instant instant) {
    held = instant;
  }

  /**
   * Returns the state for {@link #set} that makes the clock show a time now and then run or stand
   * still as before. A time that it would have passed by now without a hold does not set it back.
   */
  public ClockState movedTo(Instant time) {
    return state.movedTo(time, host());
  }

  /** Returns the current reading. */
  public Reading reading() {
    Instant host = host();
    Instant heldInstant = held;
    return new Reading(state, heldInstant == null ? state.read(host) : heldInstant, host);
  }

  /**
   * Returns how long it takes until this clock shows an instant: negative when it has shown it
   * already, and empty when it is frozen before it.
   */
  public Optional<Duration> until(Instant instant) {
    Duration time = Duration.between(instant(), instant);
    boolean stopped = held != null || state.mode() == ClockMode.FROZEN;
    return stopped && time.compareTo(Duration.ZERO) > 0 ? Optional.empty() : Optional.of(time);
  }

  @Override
  public Instant instant() {
    Instant heldInstant = held;
    return heldInstant == null ? state.read(host()) : heldInstant;
  }

  @Override
  public ZoneId getZone() {
    return source.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the clock has no zone; apply a zone to its instants");
  }

  private Instant host() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
