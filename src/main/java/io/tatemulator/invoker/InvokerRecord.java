package io.tatemulator.invoker;

import io.tatemulator.support.ResourceId;
import java.time.Instant;

/**
 * One fire of an invoker, as it is shown.
 *
 * @param invokerNumber the invoker
 * @param invocationNumber what it began
 * @param firedAt the trigger's true time
 * @param result how the invocation stands now
 */
public record InvokerRecord(
    long invokerNumber, long invocationNumber, Instant firedAt, String result) {
  /** The invoker's public identifier. */
  public String invokerId() {
    return ResourceId.INVOKER.format(invokerNumber);
  }

  /** The invocation's public identifier. */
  public String invocationId() {
    return ResourceId.INVOCATION.format(invocationNumber);
  }
}
