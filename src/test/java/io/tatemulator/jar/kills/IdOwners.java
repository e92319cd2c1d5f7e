package io.tatemulator.jar.kills;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All identifiers that were ever given, over all restarts, resets and loads. */
final class IdOwners {
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  /**
   * Notes whose an identifier is.
   *
   * @return what is wrong, if it was another's before
   */
  Optional<String> register(String id, String owner) {
    String before = owners.putIfAbsent(id, owner);
    return before == null || before.equals(owner)
        ? Optional.empty()
        : Optional.of(id + " was given to " + before + " and again to " + owner);
  }
}
