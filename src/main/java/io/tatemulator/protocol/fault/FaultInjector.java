package io.tatemulator.protocol.fault;

import io.tatemulator.protocol.ApiCall;
import java.util.Optional;

/** Knows which calls are to fail. */
public interface FaultInjector {
  /** What goes wrong with a call, which has been authenticated; asking counts it. */
  Optional<InjectedFault> next(ApiCall call);
}
