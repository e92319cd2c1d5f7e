package io.tatemulator.invoker;

import io.tatemulator.tat.ResourceId;
import java.time.Instant;

/**
 * A record of an invoker with the result of its invocation, as the API shows it.
 *
 * @param invokerNumber the number of the invoker's public identifier
 * @param invocationNumber the number of the public identifier of the invocation that it started
 * @param firedAt the actual time of the fire
 * @param result the current status of the invocation; empty when it has been removed
 */
public record RecordedFire(
    long invokerNumber, long invocationNumber, Instant firedAt, String result) {
  /** Returns the invoker's public identifier. */
  public String invokerId() {
    return ResourceId.INVOKER.format(invokerNumber);
  }

  /** Returns the invocation's public identifier. */
  public String invocationId() {
    return ResourceId.INVOCATION.format(invocationNumber);
  }
}
