package io.tatemulator.time;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

/**
 * Caches the crontabs that are in use, since parsing one costs more than computing its next
 * instant.
 */
@Component
public final class Crontabs {
  // About 1.5 kB each.
  private static final int MAX_CRONTABS = 16_384;

  private final LoadingCache<String, Crontab> cache =
      Caffeine.newBuilder().maximumSize(MAX_CRONTABS).executor(Runnable::run).build(Crontab::parse);

  /**
   * Returns the crontab for a text.
   *
   * @throws IllegalArgumentException when the text is not a crontab of five fields
   */
  public Crontab get(String text) {
    return cache.get(text);
  }
}
