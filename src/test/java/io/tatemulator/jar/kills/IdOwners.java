package io.tatemulator.jar.kills;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All ids ever issued, across restarts, resets and loads. */
final class IdOwners {
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  /**
   * Registers an id with its owner.
   *
   * @return an error if another owner has it
   */
  Optional<String> register(String id, String owner) {
    String before = owners.putIfAbsent(id, owner);
    return before == null || before.equals(owner)
        ? Optional.empty()
        : Optional.of(id + " was given to " + before + " and again to " + owner);
  }
}
