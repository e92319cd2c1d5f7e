package io.tatemulator.protocol;

import io.tatemulator.protocol.fault.InjectedFault;
import org.jspecify.annotations.Nullable;

/** What goes back to a client. */
final class ApiAnswer {
  private static final int OK = 200;
  private static final byte[] NOTHING = {};

  private final byte[] body;
  private final InjectedFault fault;

  /**
   * An answer.
   *
   * @param body what is sent without a fault
   * @param fault what goes wrong
   */
  ApiAnswer(byte[] body, InjectedFault fault) {
    this.body = body;
    this.fault = fault;
  }

  /** The HTTP status. */
  int status() {
    return fault.status() == null ? OK : fault.status();
  }

  /** The body. */
  byte[] body() {
    return fault.status() == null ? body : NOTHING;
  }

  /** How it gets lost on the way; null when it does not. */
  InjectedFault.@Nullable Loss loss() {
    return fault.answer();
  }
}
