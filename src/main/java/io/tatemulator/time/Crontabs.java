package io.tatemulator.time;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps the crontabs that are in use, since reading one costs more than asking it for its next
 * instant.
 */
@Component
public final class Crontabs {
  // About 1.5 kB each.
  private static final int CAPACITY = 16_384;

  private final Map<String, Crontab> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Crontab> eldest) {
              return size() > CAPACITY;
            }
          });

  /**
   * The crontab for a text.
   *
   * @throws IllegalArgumentException when it is no crontab of five fields
   */
  public Crontab get(String text) {
    return kept.computeIfAbsent(text, Crontab::parse);
  }
}
