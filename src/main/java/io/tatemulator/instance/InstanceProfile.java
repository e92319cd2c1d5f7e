package io.tatemulator.instance;

import io.tatemulator.support.Words;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is like when it comes into being.
 *
 * <p>A few identifiers stand for failures, the way card numbers do in payment sandboxes, so that
 * each failure can be had without any set-up.
 */
public record InstanceProfile(
    Instance.Platform platform, Instance.State state, Instance.Agent agent) {
  /** A Linux machine that runs and whose agent is online. */
  public static final InstanceProfile ORDINARY =
      new InstanceProfile(Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.ONLINE);

  private static final String NEVER = "ins-notfound";

  private static final Map<String, InstanceProfile> FIXED =
      Map.of(
          "ins-noagent0",
              new InstanceProfile(
                  Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.NONE),
          "ins-offline0",
              new InstanceProfile(
                  Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.OFFLINE),
          "ins-stopped0",
              new InstanceProfile(
                  Instance.Platform.LINUX, Instance.State.STOPPED, Instance.Agent.OFFLINE),
          "ins-windows0",
              new InstanceProfile(
                  Instance.Platform.WINDOWS, Instance.State.RUNNING, Instance.Agent.ONLINE));

  /**
   * The same but for what is not null.
   *
   * @param otherPlatform {@code linux} or {@code windows}
   * @param otherState {@code running} or {@code stopped}
   * @param otherAgent {@code online}, {@code offline} or {@code none}
   * @throws IllegalArgumentException when it is another word
   */
  public InstanceProfile with(
      @Nullable String otherPlatform, @Nullable String otherState, @Nullable String otherAgent) {
    return new InstanceProfile(
        read("platform", Instance.Platform.class, otherPlatform, platform),
        read("state", Instance.State.class, otherState, state),
        read("agent", Instance.Agent.class, otherAgent, agent));
  }

  private static <T extends Enum<T>> T read(
      String name, Class<T> type, @Nullable String word, T otherwise) {
    return word == null ? otherwise : Words.read(name, type, word);
  }

  /** What an identifier that nobody declared stands for; empty when there is no such instance. */
  static Optional<InstanceProfile> of(String instanceId, boolean undeclaredExist) {
    if (instanceId.equals(NEVER)) {
      return Optional.empty();
    }
    InstanceProfile fixed = FIXED.get(instanceId);
    return fixed != null
        ? Optional.of(fixed)
        : Optional.of(ORDINARY).filter(ordinary -> undeclaredExist);
  }
}
