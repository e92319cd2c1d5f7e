package io.tatemulator.client;

import java.time.Instant;

/**
 * A snapshot.
 *
 * @param name its name
 * @param savedAt when it was saved, by the host's clock
 * @param bytes its size as it is kept
 */
public record SnapshotInfo(String name, Instant savedAt, long bytes) {}
