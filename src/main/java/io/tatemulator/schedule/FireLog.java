package io.tatemulator.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes fires while somebody wants to know of them; only whoever does the due work may. */
@Component
final class FireLog implements FireObserver {
  /**
   * What has been noted.
   *
   * @param fired how many fires
   * @param first the first of them
   */
  record Noted(long fired, List<Fire> first) {}

  private static final int MOST_SHOWN = 1_000;

  private @Nullable List<Fire> first;
  private long fired;

  void begin() {
    first = new ArrayList<>();
    fired = 0;
  }

  Noted end() {
    Noted noted = new Noted(fired, first == null ? List.of() : List.copyOf(first));
    first = null;
    return noted;
  }

  @Override
  public void fired(List<Fire> fires, Instant committedAt) {
    List<Fire> told = first;
    if (told != null) {
      fired += fires.size();
      told.addAll(fires.subList(0, Math.min(fires.size(), MOST_SHOWN - told.size())));
    }
  }
}
