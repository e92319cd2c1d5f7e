package io.tatemulator.execution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.registration.AgentError;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The identity that an agent claims, in the headers of a request.
 *
 * @param machineId the identifier of its machine
 * @param instanceId its managed instance
 * @param randomKey a text that no other request of the agent has, except a repetition
 * @param timestamp the time of the request, in seconds since 1970
 * @param signature the signature of these four, in Base64
 */
record AgentIdentity(
    String machineId, String instanceId, String randomKey, String timestamp, String signature) {
  /**
   * Reads the headers.
   *
   * @throws ApiException IDENTITY_MISSING
   */
  static AgentIdentity of(Function<String, @Nullable String> headers) {
    return new AgentIdentity(
        require(headers, "MachineId"),
        require(headers, "InstanceId"),
        require(headers, "RandomKey"),
        require(headers, "Timestamp"),
        require(headers, "Signature"));
  }

  private static String require(Function<String, @Nullable String> headers, String name) {
    String value = headers.apply(name);
    if (value == null || value.isEmpty()) {
      throw new ApiException(AgentError.IDENTITY_MISSING, name);
    }
    return value;
  }

  /** Returns what the agent has signed; neither the action nor the body is part of it. */
  byte[] signed() {
    return (machineId + instanceId + randomKey + timestamp).getBytes(UTF_8);
  }
}
