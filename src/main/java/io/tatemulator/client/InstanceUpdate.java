package io.tatemulator.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an instance: a null field keeps its value, or has its default for a new instance
 * (Linux, running, agent online). Each method returns a changed copy.
 *
 * @param platform the new operating system
 * @param state whether it is running
 * @param agent the new status of its agent
 * @param executor what runs its tasks from now on
 * @param exec the arguments that run before the interpreter of a script
 */
public record InstanceUpdate(
    Instance.@Nullable Platform platform,
    Instance.@Nullable State state,
    Instance.@Nullable Agent agent,
    Instance.@Nullable Executor executor,
    @Nullable List<String> exec) {
  /** Returns an update that changes nothing yet. */
  public static InstanceUpdate instance() {
    return new InstanceUpdate(null, null, null, null, null);
  }

  /** Sets the operating system. */
  public InstanceUpdate platform(Instance.Platform newPlatform) {
    return new InstanceUpdate(newPlatform, state, agent, executor, exec);
  }

  /** Sets whether it is running. */
  public InstanceUpdate state(Instance.State newState) {
    return new InstanceUpdate(platform, newState, agent, executor, exec);
  }

  /** Sets the status of its agent. */
  public InstanceUpdate agent(Instance.Agent newAgent) {
    return new InstanceUpdate(platform, state, newAgent, executor, exec);
  }

  /** Sets what runs its tasks. */
  public InstanceUpdate executor(Instance.Executor newExecutor) {
    return new InstanceUpdate(platform, state, agent, newExecutor, exec);
  }

  /**
   * Sets the arguments that run before the interpreter of a script, such as {@code docker exec -i
   * web-1}; none to run it on the emulator's host.
   */
  public InstanceUpdate exec(String... newExec) {
    return new InstanceUpdate(platform, state, agent, executor, List.of(newExec));
  }
}
