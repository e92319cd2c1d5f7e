package io.tatemulator.invoker;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of an invoker.
 *
 * @param policy whether it fires once or repeatedly
 * @param recurrence the crontab of a RECURRENCE invoker; null otherwise
 * @param invokeAt the instant of a ONCE invoker; null otherwise
 */
@Embeddable
public record Schedule(
    @Enumerated(EnumType.STRING) Policy policy,
    @Nullable String recurrence,
    @Nullable Instant invokeAt) {
  /** The policies: a single fire, or repeated fires. */
  public enum Policy {
    ONCE,
    RECURRENCE
  }
}
