package io.tatemulator.rule;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component with a store of rules, which apply to all tenants.
 *
 * @param <R> a rule
 */
public abstract class RuleStoreComponent<R> implements StatefulComponent {
  private final RuleStore<R> store;

  /** Creates a component with a newly opened store. */
  protected RuleStoreComponent(RuleStore<R> store) {
    this.store = store;
  }

  /** Returns the store of the rules. */
  public final RuleStore<R> store() {
    return store;
  }

  @Override
  public final void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      store.replace(List.of());
    }
  }

  @Override
  public final void validate() {
    store.check();
  }

  @Override
  public final void reload() {
    store.invalidate();
  }
}
