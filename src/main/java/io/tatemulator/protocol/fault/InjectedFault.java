package io.tatemulator.protocol.fault;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tatemulator.protocol.error.InjectedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault that a user injects into a request.
 *
 * @param latency the delay of the request before anything else, by the host's clock
 * @param code the code of an error that replaces the action's response
 * @param message that error's message; a default message when null
 * @param status an HTTP status that replaces the action's response, without a body
 * @param response how the response of the action, which is executed, is lost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InjectedFault(
    @Nullable Duration latency,
    @Nullable String code,
    @Nullable String message,
    @Nullable Integer status,
    @JsonAlias("answer") @Nullable ResponseLoss response) {
  /** A way to lose a response. */
  public enum ResponseLoss {
    /** Closes the connection before the first byte. */
    @JsonProperty("empty")
    @JsonAlias("dropped")
    EMPTY_RESPONSE,
    /** Closes the connection after half of the body. */
    @JsonProperty("truncated")
    @JsonAlias("half")
    TRUNCATED
  }

  /** No fault. */
  public static final InjectedFault NONE = new InjectedFault(null, null, null, null, null);

  /** Longer than the time-out of any client. */
  private static final Duration MAX_LATENCY = Duration.ofMinutes(10);

  private static final int MAX_MESSAGE_LENGTH = 1_000;
  private static final int MIN_STATUS = 400;
  private static final int MAX_STATUS = 599;

  /** Validates the fault. */
  public InjectedFault {
    require(
        latency == null || (!latency.isNegative() && latency.compareTo(MAX_LATENCY) <= 0),
        "invalid value for `latency`: expected PT0S to " + MAX_LATENCY + ", got " + latency);
    require(
        (code == null ? 0 : 1) + (status == null ? 0 : 1) + (response == null ? 0 : 1) <= 1,
        "specify at most one of `code`, `status` and `response`");
    require(message == null || code != null, "`message` requires `code`");
    require(
        message == null || message.length() <= MAX_MESSAGE_LENGTH,
        "invalid value for `message`: expected at most "
            + MAX_MESSAGE_LENGTH
            + " characters, got "
            + (message == null ? 0 : message.length()));
    require(
        status == null || (status >= MIN_STATUS && status <= MAX_STATUS),
        "invalid value for `status`: expected "
            + MIN_STATUS
            + " to "
            + MAX_STATUS
            + ", got "
            + status);
  }

  /**
   * Applies what precedes the handler: the latency, then the error.
   *
   * @throws InjectedException when the error replaces the handler
   */
  public void apply(Latency delay) {
    if (latency != null) {
      delay.await(latency);
    }
    if (code != null) {
      throw new InjectedException(code, message);
    }
    if (status != null) {
      throw new InjectedException("HTTP " + status, null);
    }
  }

  private static void require(boolean condition, String error) {
    if (!condition) {
      throw new IllegalArgumentException(error);
    }
  }
}
