package io.tatemulator.query;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total the number of matching items on all pages
 * @param items the page's items, newest first
 */
public record Paged<T>(long total, List<T> items) {
  /** Returns the same page with each item converted. */
  public <R> Paged<R> map(Function<? super T, ? extends R> mapper) {
    return new Paged<>(total, items.stream().<R>map(mapper).toList());
  }
}
