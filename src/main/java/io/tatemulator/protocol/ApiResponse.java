package io.tatemulator.protocol;

import io.tatemulator.protocol.fault.InjectedFault;
import org.jspecify.annotations.Nullable;

/** A response to a client. */
final class ApiResponse {
  private static final int OK = 200;
  private static final byte[] EMPTY_BODY = {};

  private final byte[] body;
  private final InjectedFault fault;

  /**
   * Creates a response.
   *
   * @param body the body without a fault
   * @param fault the injected fault
   */
  ApiResponse(byte[] body, InjectedFault fault) {
    this.body = body;
    this.fault = fault;
  }

  /** Returns the HTTP status. */
  int status() {
    return fault.status() == null ? OK : fault.status();
  }

  /** Returns the body. */
  byte[] body() {
    return fault.status() == null ? body : EMPTY_BODY;
  }

  /** Returns how the response is lost; null when it is not. */
  InjectedFault.@Nullable ResponseLoss loss() {
    return fault.response();
  }
}
