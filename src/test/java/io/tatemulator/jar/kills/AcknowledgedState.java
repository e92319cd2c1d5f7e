package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.Operation.Pending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * All that was acknowledged, and what was under way when the emulator was killed. It goes on from
 * round to round.
 */
final class AcknowledgedState {
  /**
   * A snapshot.
   *
   * @param savedAt what the emulator says about when it was saved
   */
  record Saved(EmulatorModel model, String savedAt) {}

  /** A snapshot that was being saved or imported. */
  record Saving(String name, EmulatorModel model) {}

  final IdOwners ids = new IdOwners();

  /** Who replaces the whole state is alone. */
  final ReadWriteLock replacementLock = new ReentrantReadWriteLock(true);

  final Map<String, Saved> snapshots = new LinkedHashMap<>();
  final Map<String, Pending> pending = new ConcurrentHashMap<>();
  volatile @Nullable Saving saving;

  /** More than one while the whole state is being replaced. */
  private volatile List<EmulatorModel> candidates = List.of(EmulatorModel.empty(false));

  EmulatorModel model() {
    return candidates.get(0);
  }

  List<EmulatorModel> candidates() {
    return candidates;
  }

  /** From now on it is one of these, until it is known which. */
  void replaceWith(EmulatorModel... worlds) {
    candidates = List.of(worlds);
  }
}
