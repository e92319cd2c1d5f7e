package io.tatemulator.protocol.journal;

import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.signature.SignedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call, as people may see it: secrets are masked.
 *
 * @param at when it arrived, on the emulator's clock
 * @param requestId what the answer carried
 * @param action what was called; it may not exist
 * @param account whose call it was
 * @param region where to
 * @param code the error's code, or {@code OK}
 * @param message what the caller was told; empty when it was not refused
 * @param millis from receipt until the answer was ready, in milliseconds
 * @param fault what went wrong since somebody wanted it to; null when nothing did
 * @param invocationId the invocation that it has begun; empty for none
 * @param parameters the action's parameters; null when they could not be read
 * @param signature both sides of a signature that did not match; null otherwise
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
    String invocationId,
    @Nullable JsonNode parameters,
    @Nullable Signature signature) {
  /**
   * A signature that did not match.
   *
   * @param secretId who is said to have signed
   * @param claimed the signature that the request carried
   * @param expected what we would have signed in the client's place
   */
  public record Signature(String secretId, String claimed, SignedText expected) {}
}
