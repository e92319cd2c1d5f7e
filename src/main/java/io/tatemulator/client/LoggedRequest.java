package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the cloud's API, from the emulator's journal; secrets are masked.
 *
 * @param at when it arrived, on the emulator's clock
 * @param requestId the RequestId of its response
 * @param action the requested action, which may be unknown
 * @param account the client's account
 * @param region the requested region
 * @param code the error's code, {@code HTTP 503} or the like, or {@code OK}
 * @param message the error's message; empty without an error
 * @param millis the time from receipt until the response was ready, in milliseconds
 * @param fault the fault that a rule applied to it; null for none
 * @param invocationId the invocation that it started; empty for none
 * @param parameters the action's parameters, as {@code Map}, {@code List}, {@code String}, {@code
 *     Number} and {@code Boolean}; null when they could not be parsed
 * @param signature both sides of a signature that did not match; null otherwise
 * @param outcomes the rules that were applied to its tasks
 */
public record LoggedRequest(
    Instant at,
    String requestId,
    String action,
    String account,
    String region,
    String code,
    String message,
    double millis,
    @Nullable Fault fault,
    String invocationId,
    @Nullable Map<String, Object> parameters,
    @Nullable SignatureMismatch signature,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<AppliedOutcome> outcomes) {
  /**
   * A rule that was applied to a task.
   *
   * @param instanceId the task's instance
   * @param rule the rule at that time
   */
  public record AppliedOutcome(String instanceId, OutcomeRule rule) {}

  /**
   * A signature that did not match.
   *
   * @param secretId the SecretId of the request
   * @param actual the signature in the request
   * @param signed the text that the client has signed; null when no usual mistake gives it
   * @param expected the text that the emulator expected to be signed
   */
  public record SignatureMismatch(
      String secretId, String actual, @Nullable SigningInput signed, SigningInput expected) {}

  /**
   * The input of a signature.
   *
   * @param canonicalRequest the canonical request; empty with signature v1
   * @param stringToSign the text that is signed
   */
  public record SigningInput(String canonicalRequest, String stringToSign) {}
}
