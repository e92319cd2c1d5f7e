package io.tatemulator.invoker;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an invoker fires.
 *
 * @param policy once or again and again
 * @param recurrence the crontab of a RECURRENCE invoker; null otherwise
 * @param invokeAt the instant of a ONCE invoker; null otherwise
 */
@Embeddable
public record Schedule(
    @Enumerated(EnumType.STRING) Policy policy,
    @Nullable String recurrence,
    @Nullable Instant invokeAt) {
  /** How often an invoker fires. */
  public enum Policy {
    ONCE,
    RECURRENCE
  }
}
