package io.tatemulator.client;

import java.time.Instant;

/**
 * The metadata of a snapshot.
 *
 * @param name its name
 * @param savedAt when it was saved, on the host's clock
 * @param bytes its stored size
 */
public record SnapshotInfo(String name, Instant savedAt, long bytes) {}
