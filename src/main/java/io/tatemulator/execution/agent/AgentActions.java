package io.tatemulator.execution.agent;

import static io.tatemulator.execution.agent.AgentRequest.require;
import static io.tatemulator.execution.agent.AgentRequest.requireText;

import io.tatemulator.instance.Instance;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.registration.AgentError;
import io.tatemulator.registration.Machine;
import io.tatemulator.registration.MachineRegistration;
import io.tatemulator.registration.ManagedMachines;
import io.tatemulator.tenant.RequestGate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The actions of the agent's HTTP API. */
@Component
final class AgentActions {
  /** The response of an action without members. */
  record Empty() {}

  /** The response of RegisterInstance. */
  record Registered(String instanceId) {}

  /** The response of CheckUpdate. */
  record Update(boolean needUpdate) {}

  private static final Logger LOG = LoggerFactory.getLogger(AgentActions.class);

  // The sizes of the columns.
  private static final int MAX_MACHINE_ID = 64;
  private static final int MAX_KEY = 8_192;
  private static final int MAX_HOST_NAME = 256;
  private static final int MAX_LOCAL_IP = 64;
  private static final int MAX_ERROR_INFO = 4_096;

  /** A terabyte. */
  private static final long MAX_DROPPED = 1L << 40;

  /** The results that an agent reports. */
  private static final Map<String, TaskStatus> RESULTS =
      Map.of(
          "SUCCESS", TaskStatus.SUCCESS,
          "FAILED", TaskStatus.FAILED,
          "TIMEOUT", TaskStatus.TIMEOUT,
          "TERMINATED", TaskStatus.TERMINATED,
          "START_FAILED", TaskStatus.START_FAILED);

  private final AgentAuthentication authentication;
  private final MachineRegistration registration;
  private final ManagedMachines machines;
  private final AgentSessions sessions;
  private final TaskReports reports;
  private final RequestGate gate;

  AgentActions(
      AgentAuthentication authentication,
      MachineRegistration registration,
      ManagedMachines machines,
      AgentSessions sessions,
      TaskReports reports,
      RequestGate gate) {
    this.authentication = authentication;
    this.registration = registration;
    this.machines = machines;
    this.sessions = sessions;
    this.reports = reports;
    this.gate = gate;
  }

  /**
   * Handles a request.
   *
   * @param headers returns a header's value by its case-insensitive name; null when it is missing
   * @param address the address that it comes from
   * @return a record with the members of the response
   * @throws ApiException an {@link AgentError}
   */
  Object handle(Function<String, @Nullable String> headers, byte[] body, String address)
      throws InterruptedException {
    AgentRequest request = AgentRequest.read(body);
    String action = require("Action", request.action());
    if (action.equals("RegisterInstance")) {
      // An agent that registers again still signs with its former key.
      return new Registered(register(request, address));
    }
    ConnectedAgent agent = gate.runShared(() -> authentication.authenticate(headers, body));
    sessions.onContact(agent.machine());
    return handle(agent, action, request);
  }

  private Object handle(ConnectedAgent agent, String action, AgentRequest request)
      throws InterruptedException {
    switch (action) {
      case "ValidateInstance" -> updateHost(agent, request);
      case "ReportTaskStart" -> reports.start(agent, taskId(request));
      case "UploadTaskLog" -> log(agent, request);
      case "ReportTaskFinish" -> finish(agent, request);
      // It may quote scripts and their output.
      case "ReportAgentLog" -> LOG.debug("{} reports an error", agent.machine().instanceId());
      case "DescribeTasks" -> {
        return gate.runShared(() -> reports.list(agent));
      }
      case "CheckUpdate" -> {
        return new Update(false);
      }
      case "GetCosCredential" -> throw new ApiException(AgentError.NO_COS_CREDENTIAL);
      default -> throw new ApiException(AgentError.ACTION_UNKNOWN, "Action", action);
    }
    return new Empty();
  }

  private String register(AgentRequest request, String address) {
    String publicKey = requireText("PublicKey", request.publicKey(), MAX_KEY);
    if (!AgentSignature.isUsable(publicKey)) {
      throw new ApiException(AgentError.PUBLIC_KEY_NOT_VALID);
    }
    Machine machine =
        new Machine(
            requireText("MachineId", request.machineId(), MAX_MACHINE_ID),
            publicKey,
            platform(require("SystemName", request.systemName())),
            requireText("Hostname", request.hostname(), MAX_HOST_NAME),
            requireText("LocalIp", request.localIp(), MAX_LOCAL_IP));
    String code = require("ActiveCode", request.activeCode());
    String value = require("ActiveValue", request.activeValue());
    return registration.register(code, value, machine, address);
  }

  private static Instance.Platform platform(String label) {
    return Arrays.stream(Instance.Platform.values())
        .filter(platform -> platform.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new ApiException(AgentError.MEMBER_NOT_VALID, "SystemName"));
  }

  private void updateHost(ConnectedAgent agent, AgentRequest request) {
    String hostName = requireText("Hostname", request.hostname(), MAX_HOST_NAME);
    String localIp = requireText("LocalIp", request.localIp(), MAX_LOCAL_IP);
    gate.runShared(
        () -> {
          machines.updateHost(agent.machine(), hostName, localIp);
          return true;
        });
  }

  private void log(ConnectedAgent agent, AgentRequest request) throws InterruptedException {
    int index = require("Index", request.index());
    long dropped = Objects.requireNonNullElse(request.dropped(), 0L);
    requireRange("Index", index, 0, Integer.MAX_VALUE - 1);
    requireRange("Dropped", dropped, 0, MAX_DROPPED);
    reports.log(agent, taskId(request), index, require("Output", request.output()), dropped);
  }

  private void finish(ConnectedAgent agent, AgentRequest request) throws InterruptedException {
    TaskStatus status = RESULTS.get(require("Result", request.result()));
    if (status == null) {
      throw new ApiException(AgentError.MEMBER_NOT_VALID, "Result");
    }
    long exitCode = require("ExitCode", request.exitCode());
    requireRange("ExitCode", exitCode, Integer.MIN_VALUE, Integer.MAX_VALUE);
    String errorInfo = Objects.requireNonNullElse(request.errorInfo(), "");
    reports.finish(
        agent,
        taskId(request),
        status,
        exitCode,
        errorInfo.substring(0, Math.min(errorInfo.length(), MAX_ERROR_INFO)));
  }

  private static void requireRange(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new ApiException(AgentError.MEMBER_NOT_VALID, name);
    }
  }

  private static String taskId(AgentRequest request) {
    return require("InvocationTaskId", request.invocationTaskId());
  }
}
