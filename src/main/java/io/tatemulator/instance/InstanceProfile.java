package io.tatemulator.instance;

import io.tatemulator.persistence.JsonText;
import io.tatemulator.support.EnumNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an instance.
 *
 * <p>A few identifiers stand for failures, like card numbers in payment sandboxes, so that each
 * failure can be produced without any set-up.
 *
 * @param platform the operating system
 * @param state the state of the machine
 * @param agent the state of its agent
 * @param executor what runs its tasks; null for that of {@code tat.execution.mode}
 * @param exec the arguments that run before the interpreter of a script; empty for none
 */
public record InstanceProfile(
    Instance.Platform platform,
    Instance.State state,
    Instance.Agent agent,
    Instance.@Nullable Executor executor,
    List<String> exec) {
  /** A running Linux machine whose agent is online. */
  public static final InstanceProfile DEFAULT =
      new InstanceProfile(
          Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.ONLINE, null, List.of());

  private static final String NOT_FOUND_ID = "ins-notfound";

  private static final Map<String, InstanceProfile> PREDEFINED =
      Map.of(
          "ins-noagent0",
              predefined(Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.NONE),
          "ins-offline0",
              predefined(Instance.Platform.LINUX, Instance.State.RUNNING, Instance.Agent.OFFLINE),
          "ins-stopped0",
              predefined(Instance.Platform.LINUX, Instance.State.STOPPED, Instance.Agent.OFFLINE),
          "ins-windows0",
              predefined(Instance.Platform.WINDOWS, Instance.State.RUNNING, Instance.Agent.ONLINE));

  private static final int MAX_EXEC = 64;
  private static final int MAX_EXEC_SIZE = 4_000;

  /** Validates the arguments. */
  public InstanceProfile {
    if (exec.stream().anyMatch(InstanceProfile::isNoArgument)) {
      throw new IllegalArgumentException(
          "invalid value for `exec`: expected arguments that are not empty and without NUL");
    }
    exec = List.copyOf(exec);
    int size = JsonText.write(exec).length();
    if (exec.size() > MAX_EXEC || size > MAX_EXEC_SIZE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "invalid value for `exec`: expected at most %d arguments of %d characters as JSON, got"
                  + " %d of %d",
              MAX_EXEC,
              MAX_EXEC_SIZE,
              exec.size(),
              size));
    }
  }

  /** JSON and YAML may contain null where an argument is expected. */
  private static boolean isNoArgument(@Nullable String argument) {
    return argument == null || argument.isEmpty() || argument.indexOf('\0') >= 0;
  }

  private static InstanceProfile predefined(
      Instance.Platform platform, Instance.State state, Instance.Agent agent) {
    return new InstanceProfile(platform, state, agent, null, List.of());
  }

  /**
   * Returns a copy in which every argument that is not null replaces the present value.
   *
   * @param otherPlatform {@code linux} or {@code windows}
   * @param otherState {@code running} or {@code stopped}
   * @param otherAgent {@code online}, {@code offline} or {@code none}
   * @param otherExecutor {@code simulated}, {@code process} or {@code agent}
   * @param otherExec the arguments that run before the interpreter of a script
   * @throws IllegalArgumentException when an argument has another value
   */
  public InstanceProfile with(
      @Nullable String otherPlatform,
      @Nullable String otherState,
      @Nullable String otherAgent,
      @Nullable String otherExecutor,
      @Nullable List<String> otherExec) {
    return new InstanceProfile(
        read("platform", Instance.Platform.class, otherPlatform, platform),
        read("state", Instance.State.class, otherState, state),
        read("agent", Instance.Agent.class, otherAgent, agent),
        otherExecutor == null
            ? executor
            : EnumNames.parse("executor", Instance.Executor.class, otherExecutor),
        otherExec == null ? exec : otherExec);
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
