package io.tatemulator.invoker;

import io.tatemulator.protocol.query.Filter;
import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.storage.PagedQuery;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Tenant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds a tenant's invokers. */
@Service
public class InvokerQuery {
  private final PagedQuery paged;
  private final Tenants tenants;

  InvokerQuery(PagedQuery paged, Tenants tenants) {
    this.paged = paged;
    this.tenants = tenants;
  }

  /**
   * The tenant's invokers among some identifiers (none: all) that pass every filter.
   *
   * @param view what to show of an invoker; it may look into its command
   */
  @Transactional(readOnly = true)
  public <R> Paged<R> find(
      Tenant tenant,
      List<String> invokerIds,
      List<Filter> filters,
      Page page,
      Function<Invoker, R> view) {
    return paged
        .find(Invoker.class, tenants.idOf(tenant), new InvokerCondition(invokerIds, filters), page)
        .map(view);
  }
}
