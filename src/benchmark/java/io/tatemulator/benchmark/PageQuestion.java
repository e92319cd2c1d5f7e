package io.tatemulator.benchmark;

/** A request for a page, and what must come of it. */
interface PageQuestion {
  /** What is asked for, in a few words. */
  String label();

  /** What each item of the answer contains once. */
  String item();

  /**
   * The request.
   *
   * @param turn a number that is another one each time; no two requests in a row may be equal,
   *     since the database would give the last result once more instead of looking for it
   */
  Request request(Archive archive, long offset, int limit, int turn);

  /** How many items there are on all pages. */
  long total(Archive archive);
}
