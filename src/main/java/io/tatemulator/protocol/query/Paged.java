package io.tatemulator.protocol.query;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many items match, on all pages
 * @param items the page's items, newest first
 */
public record Paged<T>(long total, List<T> items) {
  /** The same page with each item turned into something else. */
  public <R> Paged<R> map(Function<? super T, ? extends R> change) {
    return new Paged<>(total, items.stream().<R>map(change).toList());
  }
}
