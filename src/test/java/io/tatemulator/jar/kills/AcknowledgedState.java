package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.Operation.Pending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Everything that was acknowledged in all rounds, and the requests in flight at the kill. */
final class AcknowledgedState {
  /**
   * A snapshot.
   *
   * @param savedAt the save time that the emulator lists
   */
  record Saved(EmulatorModel model, String savedAt) {}

  /** A snapshot that was being saved or imported. */
  record Saving(String name, EmulatorModel model) {}

  final IdOwners ids = new IdOwners();

  /** Loads and full resets hold the write lock. */
  final ReadWriteLock replacementLock = new ReentrantReadWriteLock(true);

  final Map<String, Saved> snapshots = new LinkedHashMap<>();
  final Map<String, Pending> pending = new ConcurrentHashMap<>();
  volatile @Nullable Saving saving;

  /** Several while a load or a full reset is in flight. */
  private volatile List<EmulatorModel> candidates = List.of(EmulatorModel.empty(false));

  EmulatorModel model() {
    return candidates.get(0);
  }

  List<EmulatorModel> candidates() {
    return candidates;
  }

  /** Sets the possible states. */
  void replaceWith(EmulatorModel... worlds) {
    candidates = List.of(worlds);
  }
}
