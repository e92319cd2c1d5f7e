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
  private static final Set<Refusal> SEEN_BY_CHANCE = ConcurrentHashMap.newKeySet();

  /** How calls that a test made on purpose have ended since this process began to test. */
  public static Set<Refusal> seen() {
    return Collections.unmodifiableSet(SEEN);
  }

  /** How calls have ended that were made at random. */
  public static Set<Refusal> seenByChance() {
    return Collections.unmodifiableSet(SEEN_BY_CHANCE);
  }

  /** Notes how a call has ended that was made at random. */
  public static void noteByChance(String action, String code) {
    SEEN_BY_CHANCE.add(new Refusal(action, code));
  }

  static void note(String action, String code) {
    SEEN.add(new Refusal(action, code));
  }
}
