package io.tatemulator.control.event;

import io.tatemulator.support.OperationProgress;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many changes of each kind there have been since the start.
 *
 * @param changes the numbers; no entry for none
 * @param progress the last report of a long operation; null when there is none
 */
public record ChangeCounts(Map<ChangeKind, Long> changes, @Nullable OperationProgress progress) {
  /** No changes. */
  static final ChangeCounts NONE = new ChangeCounts(Map.of(), null);

  ChangeCounts plus(ChangeKind kind, long count) {
    Map<ChangeKind, Long> sum = new EnumMap<>(ChangeKind.class);
    sum.putAll(changes);
    sum.merge(kind, count, Long::sum);
    return new ChangeCounts(sum, progress);
  }

  ChangeCounts with(OperationProgress reported) {
    return new ChangeCounts(changes, reported);
  }

  /** Returns the changes since an earlier time, of which some kind has changed. */
  public Map<ChangeKind, Long> since(ChangeCounts earlier) {
    Map<ChangeKind, Long> difference = new EnumMap<>(ChangeKind.class);
    changes.forEach(
        (kind, count) -> {
          long more = count - earlier.changes.getOrDefault(kind, 0L);
          if (more > 0) {
            difference.put(kind, more);
          }
        });
    return difference;
  }
}
