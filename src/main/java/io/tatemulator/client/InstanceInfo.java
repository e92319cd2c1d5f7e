package io.tatemulator.client;

import org.jspecify.annotations.Nullable;

/**
 * What an instance is like; of what is null, a request leaves as it is.
 *
 * @param platform {@code linux} or {@code windows}
 * @param state {@code running} or {@code stopped}
 * @param agent {@code online}, {@code offline} or {@code none}
 */
public record InstanceInfo(
    @Nullable String platform, @Nullable String state, @Nullable String agent) {}
