package io.tatemulator.instance;

import java.time.Instant;

/**
 * What an agent has reported about itself.
 *
 * @param version its version, such as {@code 1.1.9}
 * @param lastHeartbeatAt when it was last heard of, on the emulator's clock
 */
public record AgentReport(String version, Instant lastHeartbeatAt) {}
