package io.tatemulator.instance;

import java.time.Instant;
import java.util.function.Predicate;

/** To which of some instances a task can be delivered. */
@FunctionalInterface
public interface Reachability {
  /** Returns a predicate that matches the public identifiers of those reachable at a time. */
  Predicate<String> at(Instant time);
}
