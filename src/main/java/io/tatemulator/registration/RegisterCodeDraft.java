package io.tatemulator.registration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A register code as described in a request.
 *
 * @param registerLimit how many machines may register with it
 * @param life how long it is valid; null for unlimited
 * @param ipAddressRange the addresses that may register; empty for all
 */
public record RegisterCodeDraft(
    String description,
    String instanceNamePrefix,
    long registerLimit,
    @Nullable Duration life,
    String ipAddressRange) {}
