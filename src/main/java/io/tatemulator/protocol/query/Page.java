package io.tatemulator.protocol.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a caller asks for.
 *
 * @param offset how many items to pass over, from 0
 * @param limit the most items to return, from 0 to {@value #MAX_LIMIT}
 */
public record Page(long offset, int limit) {
  /** The greatest Limit of every Describe action. */
  public static final int MAX_LIMIT = 100;

  private static final int DEFAULT_LIMIT = 20;

  /**
   * The page for the parameters Offset and Limit, which the cloud takes as 0 and 20 when they are
   * absent.
   */
  public static Page of(@Nullable Long offset, @Nullable Long limit) {
    return new Page(offset == null ? 0 : offset, limit == null ? DEFAULT_LIMIT : limit.intValue());
  }

  /** This page of a list that is already in memory. */
  public <T> List<T> of(List<T> all) {
    return all.stream().skip(offset).limit(limit).toList();
  }

  /** How far into the list this page reaches, kept within an int. */
  public int end() {
    return (int) Math.min(Integer.MAX_VALUE - limit, offset) + limit;
  }
}
