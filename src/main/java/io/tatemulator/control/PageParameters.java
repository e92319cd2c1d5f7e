package io.tatemulator.control;

import io.tatemulator.query.Page;

/** Validates the parameters {@code limit} and {@code offset} of routes that list rows. */
public final class PageParameters {
  /** The default of {@code limit}. */
  public static final String DEFAULT_LIMIT = "20";

  private PageParameters() {}

  /**
   * Returns the page.
   *
   * @throws BadRequestException when one of them is out of range
   */
  public static Page page(int limit, long offset) {
    BadRequestException.require(
        limit >= 0 && limit <= Page.MAX_LIMIT,
        "invalid value for `limit`: expected 0 to " + Page.MAX_LIMIT + ", got " + limit);
    BadRequestException.require(
        offset >= 0, "invalid value for `offset`: expected at least 0, got " + offset);
    return new Page(offset, limit);
  }
}
