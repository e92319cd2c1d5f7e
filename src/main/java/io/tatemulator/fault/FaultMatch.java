package io.tatemulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.support.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What a fault is for; what is null holds of all.
 *
 * @param action the action's name
 * @param account the caller's account
 * @param region the region
 * @param calls how many calls, the first of those that fit
 * @param instance the instance whose agent goes offline; with that fault alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultMatch(
    @Nullable String action,
    @Nullable String account,
    @Nullable String region,
    @Nullable Long calls,
    @Nullable String instance) {
  static final FaultMatch ALL = new FaultMatch(null, null, null, null, null);

  /** Makes sure that it can hold of anything. */
  public FaultMatch {
    if (calls != null && calls < 1) {
      throw new IllegalArgumentException("calls is at least 1");
    }
  }

  boolean fits(ApiCall call) {
    return (action == null || action.equals(call.action())) && fits(call.tenant());
  }

  boolean fits(Tenant tenant) {
    return tenant.has(account, region);
  }

  /** Whether it holds of an instance of a tenant that it fits. */
  boolean fits(String instanceId) {
    return instance == null || instance.equals(instanceId);
  }

  boolean isFor(long number) {
    return calls == null || number <= calls;
  }
}
