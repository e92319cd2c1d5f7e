package io.tatemulator.invoker;

import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.query.Filter;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Finds a tenant's invokers. */
@Service
public class InvokerQuery {
  private final PagedQuery paged;
  private final Tenants tenants;
  private final ReadTransaction reading;

  InvokerQuery(PagedQuery paged, Tenants tenants, ReadTransaction reading) {
    this.paged = paged;
    this.tenants = tenants;
    this.reading = reading;
  }

  /**
   * Returns a page of the tenant's invokers with the given ids (none: all) that match all filters.
   *
   * @param view converts an invoker; it may read its command
   */
  public <R> Paged<R> find(
      Tenant tenant,
      List<String> invokerIds,
      List<Filter> filters,
      Page page,
      Function<Invoker, R> view) {
    InvokerCondition condition = new InvokerCondition(invokerIds, filters);
    return reading.run(
        () -> paged.find(Invoker.class, tenants.idOf(tenant), condition, page).map(view));
  }
}
