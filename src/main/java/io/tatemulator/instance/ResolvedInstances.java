package io.tatemulator.instance;

import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.TatError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Instances of a tenant, as found at one moment. */
@Raises({
  "InvalidParameterValue.InconsistentInstance",
  "ResourceNotFound.InstanceNotFound",
  "ResourceUnavailable.AgentNotInstalled",
  "ResourceUnavailable.AgentStatusNotOnline"
})
public final class ResolvedInstances {
  private final Map<String, Instance> byId;

  ResolvedInstances(Map<String, Instance> byId) {
    this.byId = byId;
  }

  /** Returns all instances found, in no particular order. */
  Collection<Instance> all() {
    return byId.values();
  }

  /**
   * Validates that an invoker may be bound to instances.
   *
   * @throws ApiException InconsistentInstance, InstanceNotFound, AgentNotInstalled or
   *     AgentStatusNotOnline
   */
  public void requireOnline(List<String> instanceIds) {
    InstanceId.requireOneKind(instanceIds);
    requireAgentsOnline(require(instanceIds));
  }

  /**
   * Validates that instances exist.
   *
   * @throws ApiException InconsistentInstance or InstanceNotFound
   */
  public void requireExisting(List<String> instanceIds) {
    InstanceId.requireOneKind(instanceIds);
    require(instanceIds);
  }

  /**
   * Validates that a command can run on instances now.
   *
   * @param platform the operating system that the command is for
   * @param commandType the command's type, for the error
   * @throws ApiException InconsistentInstance, InstanceNotFound, InstanceStateNotRunning,
   *     AgentNotInstalled, AgentStatusNotOnline or AgentUnsupportedCommandType
   */
  public void requireRunnable(
      List<String> instanceIds, Instance.Platform platform, String commandType) {
    InstanceId.requireOneKind(instanceIds);
    List<Instance> found = require(instanceIds);
    rejectFirst(
        found,
        instance -> instance.state() != Instance.State.RUNNING,
        TatError.INSTANCE_STATE_NOT_RUNNING);
    requireAgentsOnline(found);
    for (Instance instance : found) {
      if (instance.platform() != platform) {
        throw new ApiException(
            TatError.AGENT_UNSUPPORTED_COMMAND_TYPE,
            "InstanceIds",
            instance.instanceId(),
            commandType);
      }
    }
  }

  private static void requireAgentsOnline(List<Instance> instances) {
    rejectFirst(
        instances,
        instance -> instance.agent() == Instance.Agent.NONE,
        TatError.AGENT_NOT_INSTALLED);
    rejectFirst(
        instances,
        instance -> instance.agent() == Instance.Agent.OFFLINE,
        TatError.AGENT_STATUS_NOT_ONLINE);
  }

  private List<Instance> require(List<String> instanceIds) {
    List<Instance> inOrder = new ArrayList<>();
    for (String instanceId : instanceIds) {
      Instance instance = byId.get(instanceId);
      if (instance == null) {
        throw new ApiException(TatError.INSTANCE_NOT_FOUND, "InstanceIds", instanceId);
      }
      inOrder.add(instance);
    }
    return inOrder;
  }

  private static void rejectFirst(
      List<Instance> instances, Predicate<Instance> invalid, ErrorCode error) {
    instances.stream()
        .filter(invalid)
        .findFirst()
        .ifPresent(
            instance -> {
              throw new ApiException(error, "InstanceIds", instance.instanceId());
            });
  }
}
