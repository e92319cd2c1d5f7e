package io.tatemulator.protocol.error;

import org.jspecify.annotations.Nullable;

/** The language of error messages, as the caller asks for it in {@code X-TC-Language}. */
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
   * The language named by a header value such as {@code zh-CN}; English when it is absent or
   * unknown.
   */
  public static Language of(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, "zh", 0, 2) ? CHINESE : ENGLISH;
  }
}
