package io.tatemulator.client;

import java.time.Duration;

/**
 * The start of a rule that injects a fault: the requests that it matches. A method that names the
 * fault completes it. Each method returns a changed copy.
 */
public final class FaultBuilder {
  private final RequestFault.Match match;

  FaultBuilder(RequestFault.Match match) {
    this.match = match;
  }

  /** Matches only requests of this account. */
  public FaultBuilder account(String account) {
    return new FaultBuilder(match.withAccount(account));
  }

  /** Matches only requests to this region. */
  public FaultBuilder region(String region) {
    return new FaultBuilder(match.withRegion(region));
  }

  /** Matches only requests of this tenant. */
  public FaultBuilder tenant(Tenant tenant) {
    return account(tenant.account()).region(tenant.region());
  }

  /** Applies only to the first n of the requests that match. */
  public FaultBuilder times(long times) {
    return new FaultBuilder(match.withTimes(times));
  }

  /** Responds with an error of the cloud, whose message is the usual one; nothing is executed. */
  public RequestFault error(String code) {
    return of(Fault.ofError(code, null));
  }

  /** Responds with an error of the cloud; nothing is executed. */
  public RequestFault error(String code, String message) {
    return of(Fault.ofError(code, message));
  }

  /** Responds with an HTTP status from 400 to 599 and no body; nothing is executed. */
  public RequestFault httpStatus(int status) {
    return of(Fault.ofStatus(status));
  }

  /** Executes the action, then closes the connection without a response. */
  public RequestFault emptyResponse() {
    return of(Fault.ofLoss(Fault.ResponseLoss.EMPTY));
  }

  /** Executes the action, then closes the connection after half of the response. */
  public RequestFault truncatedResponse() {
    return of(Fault.ofLoss(Fault.ResponseLoss.TRUNCATED));
  }

  /**
   * Delays the requests by the host's clock and changes nothing else. {@link RequestFault#latency}
   * adds a delay to another fault.
   */
  public RequestFault latency(Duration latency) {
    return of(Fault.ofLatency(latency));
  }

  private RequestFault of(Fault fault) {
    return new RequestFault(match, fault);
  }
}
