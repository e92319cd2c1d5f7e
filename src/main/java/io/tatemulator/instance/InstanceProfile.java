package io.tatemulator.instance;

import io.tatemulator.support.EnumNames;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a new instance.
 *
 * <p>A few identifiers stand for failures, like card numbers in payment sandboxes, so that each
 * failure can be produced without any set-up.
 */
public record InstanceProfile(
    Instance.Platform platform, Instance.State state, Instance.Agent agent) {
  /** A running Linux machine whose agent is online. */
  public static final InstanceProfile DEFAULT =
      new InstanceProfile(Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.ONLINE);

  private static final String NOT_FOUND_ID = "ins-notfound";

  private static final Map<String, InstanceProfile> PREDEFINED =
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
   * Returns a copy in which every argument that is not null replaces the present value.
   *
   * @param otherPlatform {@code linux} or {@code windows}
   * @param otherState {@code running} or {@code stopped}
   * @param otherAgent {@code online}, {@code offline} or {@code none}
   * @throws IllegalArgumentException when an argument has another value
   */
  public InstanceProfile with(
      @Nullable String otherPlatform, @Nullable String otherState, @Nullable String otherAgent) {
    return new InstanceProfile(
        read("platform", Instance.Platform.class, otherPlatform, platform),
        read("state", Instance.State.class, otherState, state),
        read("agent", Instance.Agent.class, otherAgent, agent));
  }

  private static <T extends Enum<T>> T read(
      String name, Class<T> type, @Nullable String text, T fallback) {
    return text == null ? fallback : EnumNames.parse(name, type, text);
  }

  /** Returns the profile of an undeclared instance; empty when there is no such instance. */
  static Optional<InstanceProfile> of(String instanceId, boolean createsUndeclared) {
    if (instanceId.equals(NOT_FOUND_ID)) {
      return Optional.empty();
    }
    InstanceProfile predefined = PREDEFINED.get(instanceId);
    return predefined != null
        ? Optional.of(predefined)
        : Optional.of(DEFAULT).filter(profile -> createsUndeclared);
  }
}
