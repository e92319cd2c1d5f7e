package io.tatemulator.protocol.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.signature.SigningInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request as users see it: secrets are masked.
 *
 * @param at when the request arrived, on the emulator's clock
 * @param requestId the request id in the response
 * @param action the requested action; it may be unknown
 * @param account the client's account
 * @param region the requested region
 * @param code the error's code, or {@code OK}
 * @param message the error's message; empty when there is no error
 * @param millis the time from receipt until the response is ready, in milliseconds
 * @param fault the injected fault; null for none
 * @param resourceId the resource that the request has created and that has a later result; empty
 *     for none
 * @param parameters the action's parameters; null when they are not readable
 * @param signature both sides of a signature that does not match; null otherwise
 */
public record JournalEntry(
    Instant at,
    String requestId,
    String action,
    String account,
    String region,
    String code,
    String message,
    double millis,
    @Nullable InjectedFault fault,
    @JsonIgnore String resourceId,
    @Nullable JsonNode parameters,
    @Nullable Signature signature) {
  /**
   * A signature that does not match.
   *
   * @param secretId the SecretId of the request
   * @param actual the signature of the request
   * @param signed the signing input of that signature; null when no usual mistake gives it
   * @param expected the signing input that the emulator expects
   */
  public record Signature(
      String secretId, String actual, @Nullable SigningInput signed, SigningInput expected) {}
}
