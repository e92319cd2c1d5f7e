package io.tatemulator.testing;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * That an action was refused with a code; with none it was not.
 *
 * @param action the action that was called
 * @param code the error's code; empty when the call was answered
 */
public record Refusal(String action, String code) {
  private static final Set<Refusal> SEEN = ConcurrentHashMap.newKeySet();

  /** How calls have ended since this process began to test. */
  public static Set<Refusal> seen() {
    return Collections.unmodifiableSet(SEEN);
  }

  static void note(String action, String code) {
    SEEN.add(new Refusal(action, code));
  }
}
