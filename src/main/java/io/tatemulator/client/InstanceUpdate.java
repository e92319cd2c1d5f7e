package io.tatemulator.client;

import org.jspecify.annotations.Nullable;

/**
 * A change of an instance: a null field keeps its value, or has its default for a new instance
 * (Linux, running, agent online). Each method returns a changed copy.
 *
 * @param platform the new operating system
 * @param state whether it is running
 * @param agent the new status of its agent
 */
public record InstanceUpdate(
    Instance.@Nullable Platform platform,
    Instance.@Nullable State state,
    Instance.@Nullable Agent agent) {
  /** Returns an update that changes nothing yet. */
  public static InstanceUpdate instance() {
    return new InstanceUpdate(null, null, null);
  }

  /** Sets the operating system. */
  public InstanceUpdate platform(Instance.Platform newPlatform) {
    return new InstanceUpdate(newPlatform, state, agent);
  }

  /** Sets whether it is running. */
  public InstanceUpdate state(Instance.State newState) {
    return new InstanceUpdate(platform, newState, agent);
  }

  /** Sets the status of its agent. */
  public InstanceUpdate agent(Instance.Agent newAgent) {
    return new InstanceUpdate(platform, state, newAgent);
  }
}
