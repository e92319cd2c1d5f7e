package io.tatemulator.client;

import org.jspecify.annotations.Nullable;

/**
 * The state of an instance; in a request, null leaves a field unchanged.
 *
 * @param platform {@code linux} or {@code windows}
 * @param state {@code running} or {@code stopped}
 * @param agent {@code online}, {@code offline} or {@code none}
 */
public record InstanceInfo(
    @Nullable String platform, @Nullable String state, @Nullable String agent) {}
