package io.tatemulator.storage;

import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Owns a book of rules, which belong to all tenants.
 *
 * @param <R> a rule
 */
public abstract class RuleKeeper<R> implements Resettable, Snapshotable {
  private final RuleBook<R> book;

  /** Keeps a book that has just been opened. */
  protected RuleKeeper(RuleBook<R> book) {
    this.book = book;
  }

  /** The rules, to be read and written. */
  public final RuleBook<R> book() {
    return book;
  }

  @Override
  public final void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      book.replace(List.of());
    }
  }

  @Override
  public final void check() {
    book.check();
  }

  @Override
  public final void restored() {
    book.forget();
  }
}
