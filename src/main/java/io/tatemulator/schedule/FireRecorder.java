package io.tatemulator.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records fires between start and stop. Only the thread that runs the due work may use it. */
@Component
final class FireRecorder implements FireObserver {
  /**
   * The recorded fires.
   *
   * @param fired the number of fires
   * @param first the first of them
   */
  record RecordedFires(long fired, List<Fire> first) {}

  private static final int MAX_SHOWN = 1_000;

  private @Nullable List<Fire> first;
  private long fired;

  void start() {
    first = new ArrayList<>();
    fired = 0;
  }

  RecordedFires stop() {
    RecordedFires recorded =
        new RecordedFires(fired, first == null ? List.of() : List.copyOf(first));
    first = null;
    return recorded;
  }

  @Override
  public void onFired(List<Fire> fires, Instant committedAt) {
    List<Fire> recorded = first;
    if (recorded != null) {
      fired += fires.size();
      recorded.addAll(fires.subList(0, Math.min(fires.size(), MAX_SHOWN - recorded.size())));
    }
  }
}
