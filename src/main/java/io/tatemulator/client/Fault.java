package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault of requests. The methods of {@link FaultBuilder} set the fields.
 *
 * @param latency the delay of the request before anything else, by the host's clock
 * @param code the code of an error in place of the action's response
 * @param message the message of that error; its usual message when null
 * @param status an HTTP status in place of the action's response
 * @param response how the response of the action, which is executed, is lost
 */
public record Fault(
    @Nullable Duration latency,
    @Nullable String code,
    @Nullable String message,
    @Nullable Integer status,
    @Nullable ResponseLoss response) {
  /** A way to lose a response. */
  public enum ResponseLoss {
    /** The connection is closed without a response. */
    @JsonProperty("empty")
    EMPTY,
    /** The connection is closed after half of the response. */
    @JsonProperty("truncated")
    TRUNCATED
  }

  static Fault ofLatency(Duration latency) {
    return new Fault(latency, null, null, null, null);
  }

  static Fault ofError(String code, @Nullable String message) {
    return new Fault(null, code, message, null, null);
  }

  static Fault ofStatus(int status) {
    return new Fault(null, null, null, status, null);
  }

  static Fault ofLoss(ResponseLoss loss) {
    return new Fault(null, null, null, null, loss);
  }

  Fault withLatency(Duration newLatency) {
    return new Fault(newLatency, code, message, status, response);
  }
}
