package io.tatemulator.protocol.fault;

import io.tatemulator.protocol.RequestContext;
import java.util.Optional;

/** Selects the faults of requests. */
public interface FaultInjector {
  /** Returns the fault of an authenticated request, if any, and counts the request. */
  Optional<InjectedFault> next(RequestContext context);
}
