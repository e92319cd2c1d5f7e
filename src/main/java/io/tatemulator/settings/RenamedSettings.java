package io.tatemulator.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Maps former names of settings to the current ones, which errors then name. */
final class RenamedSettings {
  private static final Map<String, String> RENAMED =
      Map.of(
          "tat.clock.most-fires", "tat.clock.max-fires",
          "tat.journal.calls", "tat.journal.max-requests",
          "tat.journal.size", "tat.journal.max-size",
          "tat.schedule.grace", "tat.schedule.misfire-threshold",
          "tat.undeclared-instances", "tat.auto-create-instances",
          "tat.unknown-secret-ids", "tat.allow-unknown-secret-ids",
          "tat.unsigned", "tat.allow-unsigned");

  private RenamedSettings() {}

  /** Returns the current name of a property; empty when it has not been renamed. */
  static Optional<String> property(String name) {
    String uniform = KnownSettings.uniform(name);
    return currentName(old -> KnownSettings.uniform(old).equals(uniform));
  }

  /** Returns the current name of an environment variable; empty when it has not been renamed. */
  static Optional<String> variable(String name) {
    return currentName(old -> KnownSettings.variables(old).anyMatch(name::equalsIgnoreCase))
        .flatMap(currentName -> KnownSettings.variables(currentName).findFirst());
  }

  private static Optional<String> currentName(Predicate<String> matches) {
    return RENAMED.entrySet().stream()
        .filter(renamed -> matches.test(renamed.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
