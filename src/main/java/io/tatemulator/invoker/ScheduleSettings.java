package io.tatemulator.invoker;

import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Required;
import org.jspecify.annotations.Nullable;

/**
 * The schedule in a request. The field that the policy does not use is ignored.
 *
 * @param policy {@code ONCE} or {@code RECURRENCE}
 * @param recurrence a crontab of five fields in Beijing time
 * @param invokeTime an RFC 3339 time with its offset
 */
public record ScheduleSettings(
    @Required @OneOf({"ONCE", "RECURRENCE"}) String policy,
    @Nullable String recurrence,
    @Nullable String invokeTime) {}
