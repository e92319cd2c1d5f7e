package io.tatemulator.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a client requests.
 *
 * @param offset the number of items to skip, from 0
 * @param limit the maximum number of items to return, from 0 to {@value #MAX_LIMIT}
 */
public record Page(long offset, int limit) {
  /** The maximum Limit of every Describe action. */
  public static final int MAX_LIMIT = 100;

  private static final int DEFAULT_LIMIT = 20;

  /**
   * Returns the page for the parameters Offset and Limit, for which the cloud uses 0 and 20 when
   * they are missing.
   */
  public static Page of(@Nullable Long offset, @Nullable Long limit) {
    return new Page(offset == null ? 0 : offset, limit == null ? DEFAULT_LIMIT : limit.intValue());
  }

  /** Returns this page of a list in memory. */
  public <T> List<T> of(List<T> all) {
    return all.stream().skip(offset).limit(limit).toList();
  }

  /** Returns the index after the last item of this page, limited to an int. */
  public int end() {
    return (int) Math.min(Integer.MAX_VALUE - limit, offset) + limit;
  }
}
