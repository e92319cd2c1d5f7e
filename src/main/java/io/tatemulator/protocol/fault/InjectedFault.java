package io.tatemulator.protocol.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tatemulator.protocol.error.InjectedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a call.
 *
 * @param latency how long the call waits before anything else, by the host's clock
 * @param code the error that refuses it, in place of the action's answer
 * @param message that error's text; one of ours when null
 * @param status the HTTP status that it is answered with, without a body and in place of the
 *     action's answer
 * @param answer what becomes of the answer of the action, which is carried out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InjectedFault(
    @Nullable Duration latency,
    @Nullable String code,
    @Nullable String message,
    @Nullable Integer status,
    @Nullable Loss answer) {
  /** How an answer gets lost. */
  public enum Loss {
    /** The connection is closed before the first byte. */
    @JsonProperty("dropped")
    DROPPED,
    /** The connection is closed after half of the body. */
    @JsonProperty("half")
    HALF
  }

  /** No fault. */
  public static final InjectedFault NONE = new InjectedFault(null, null, null, null, null);

  /** What every client would have given up by. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int MOST_MESSAGE = 1_000;
  private static final int FIRST_STATUS = 400;
  private static final int LAST_STATUS = 599;

  /** Makes sure that it can come about. */
  public InjectedFault {
    require(
        latency == null || (!latency.isNegative() && latency.compareTo(LONGEST) <= 0),
        "latency is from PT0S to " + LONGEST);
    require(
        (code == null ? 0 : 1) + (status == null ? 0 : 1) + (answer == null ? 0 : 1) <= 1,
        "it is one of code, status and answer");
    require(message == null || code != null, "message goes with a code");
    require(
        message == null || message.length() <= MOST_MESSAGE,
        "message has at most " + MOST_MESSAGE + " characters");
    require(
        status == null || (status >= FIRST_STATUS && status <= LAST_STATUS),
        "status is from " + FIRST_STATUS + " to " + LAST_STATUS);
  }

  /**
   * Comes about, as far as it does before the call is handled: waits, and refuses.
   *
   * @throws InjectedException when the call is not to be handled
   */
  public void come(Latency waiting) {
    if (latency != null) {
      waiting.pass(latency);
    }
    if (code != null) {
      throw new InjectedException(code, message);
    }
    if (status != null) {
      throw new InjectedException("HTTP " + status, null);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
