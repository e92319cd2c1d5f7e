package io.tatemulator.time;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fires in the order in which they were due, of which only the first ones are kept.
 *
 * @param count the number of all fires
 * @param first the first of them, at most {@value #MAX_KEPT}
 */
public record Fires(long count, List<Fire> first) {
  /** No fires. */
  public static final Fires NONE = new Fires(0, List.of());

  private static final int MAX_KEPT = 1_000;

  /** Returns some fires. */
  public static Fires of(List<Fire> fires) {
    return fires.isEmpty()
        ? NONE
        : new Fires(fires.size(), fires.stream().limit(MAX_KEPT).toList());
  }

  /** Returns these fires followed by later ones. */
  public Fires plus(Fires later) {
    if (count == 0 || later.count == 0) {
      return count == 0 ? later : this;
    }
    return new Fires(
        count + later.count,
        first.size() == MAX_KEPT
            ? first
            : Stream.concat(first.stream(), later.first.stream()).limit(MAX_KEPT).toList());
  }
}
