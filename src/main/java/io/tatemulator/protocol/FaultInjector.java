package io.tatemulator.protocol;

import io.tatemulator.protocol.fault.InjectedFault;
import java.util.Optional;

/** Selects the faults of requests. */
public interface FaultInjector {
  /** Returns the fault of an authenticated request, if any, and counts the request. */
  Optional<InjectedFault> next(RequestContext context);
}
