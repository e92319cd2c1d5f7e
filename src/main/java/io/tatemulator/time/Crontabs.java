package io.tatemulator.time;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Caches the crontabs that are in use, since parsing one costs more than computing its next
 * instant.
 */
@Component
public final class Crontabs {
  // About 1.5 kB each.
  private static final int CAPACITY = 16_384;

  private final Map<String, Crontab> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Crontab> eldest) {
              return size() > CAPACITY;
            }
          });

  /**
   * Returns the crontab for a text.
   *
   * @throws IllegalArgumentException when the text is not a crontab of five fields
   */
  public Crontab get(String text) {
    return cache.computeIfAbsent(text, Crontab::parse);
  }
}
