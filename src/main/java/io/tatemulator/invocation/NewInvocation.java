package io.tatemulator.invocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invocation that is to begin.
 *
 * @param tenantId the tenant's number
 * @param revisionId the command revision that runs
 * @param source what starts it
 * @param instanceKind {@code CVM} or {@code LIGHTHOUSE}
 * @param username as whom it runs; empty for the command's own
 * @param parameters its custom parameters, a JSON object; empty for none
 * @param at when it begins
 * @param targets where it runs
 */
public record NewInvocation(
    long tenantId,
    long revisionId,
    Invocation.Source source,
    String instanceKind,
    String username,
    String parameters,
    Instant at,
    List<Target> targets) {

  /**
   * An instance to run on.
   *
   * @param instanceId its public identifier
   * @param refusal why nothing can be delivered to it; null when it can
   */
  public record Target(String instanceId, @Nullable String refusal) {
    TaskStatus firstStatus() {
      return refusal == null
          ? TaskStatus.PENDING
          : TaskStatus.PENDING.through(TaskStatus.DELIVER_FAILED);
    }
  }

  InvocationStatus firstStatus() {
    return InvocationStatus.of(targets.stream().map(Target::firstStatus).toList());
  }
}
