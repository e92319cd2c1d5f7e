package io.tatemulator.client;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that injects a fault into requests; created by {@link Rules#fault}. The first rule that
 * selects a request is applied to it.
 *
 * @param match the requests that it matches
 * @param fault the fault of these requests
 */
public record RequestFault(Match match, Fault fault) implements FaultRule {
  /**
   * The requests that a rule matches; a null field matches every request.
   *
   * @param action the requested action
   * @param account the account of the request
   * @param region the region of the request
   * @param times the number of requests that the rule applies to: the first ones that match
   */
  public record Match(
      @Nullable String action,
      @Nullable String account,
      @Nullable String region,
      @Nullable Long times) {
    static final Match ALL = new Match(null, null, null, null);

    Match withAction(String newAction) {
      return new Match(newAction, account, region, times);
    }

    Match withAccount(String newAccount) {
      return new Match(action, newAccount, region, times);
    }

    Match withRegion(String newRegion) {
      return new Match(action, account, newRegion, times);
    }

    Match withTimes(long newTimes) {
      return new Match(action, account, region, newTimes);
    }
  }

  /** Replaces a match of null, which the control API allows, by a match of all requests. */
  public RequestFault {
    match = Objects.requireNonNullElse(match, Match.ALL);
  }

  /** Returns a copy that delays the requests, too, by the host's clock. */
  public RequestFault latency(Duration latency) {
    return new RequestFault(match, fault.withLatency(latency));
  }
}
