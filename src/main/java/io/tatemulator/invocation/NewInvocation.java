package io.tatemulator.invocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invocation to insert.
 *
 * @param id its id, from {@link io.tatemulator.persistence.IdGenerator}
 * @param tenantId the tenant's id
 * @param revisionId the id of the command revision that runs
 * @param source its origin
 * @param instanceKind {@code CVM} or {@code LIGHTHOUSE}
 * @param username the user that runs the script; empty for the command's own
 * @param parameters its custom parameters, a JSON object; empty for none
 * @param at its start time
 * @param targets the instances that it runs on
 */
public record NewInvocation(
    long id,
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
   * @param taskId the id of the task on it, from {@link io.tatemulator.persistence.IdGenerator}
   * @param instanceId its public identifier
   * @param deliveryError the reason why delivery to it fails; null when delivery is possible
   */
  public record Target(long taskId, String instanceId, @Nullable String deliveryError) {
    TaskStatus firstStatus() {
      return deliveryError == null
          ? TaskStatus.PENDING
          : TaskStatus.PENDING.transitionTo(TaskStatus.DELIVER_FAILED);
    }
  }

  InvocationStatus firstStatus() {
    return InvocationStatus.of(targets.stream().map(Target::firstStatus).toList());
  }
}
