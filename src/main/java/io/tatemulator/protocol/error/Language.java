package io.tatemulator.protocol.error;

import org.jspecify.annotations.Nullable;

/** The language of error messages, which a client selects with {@code X-TC-Language}. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }

  /**
   * Returns the language of a header value such as {@code zh-CN}; English when it is missing or
   * unknown.
   */
  public static Language of(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, "zh", 0, 2) ? CHINESE : ENGLISH;
  }
}
