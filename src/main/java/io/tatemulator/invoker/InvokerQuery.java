package io.tatemulator.invoker;

import io.tatemulator.protocol.query.Filter;
import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.storage.PagedQuery;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Tenant;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
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
        .find(
            Invoker.class,
            tenants.idOf(tenant),
            (invoker, build, query) -> predicates(invokerIds, filters, invoker),
            page)
        .map(view);
  }

  private static List<Predicate> predicates(
      List<String> invokerIds, List<Filter> filters, Root<Invoker> invoker) {
    List<Predicate> all = new ArrayList<>();
    if (!invokerIds.isEmpty()) {
      all.add(invoker.get("number").in(ResourceId.INVOKER.numbers(invokerIds)));
    }
    for (Filter filter : filters) {
      all.add(
          switch (filter.name()) {
            case "invoker-id" ->
                invoker.get("number").in(ResourceId.INVOKER.numbers(filter.values()));
            case "command-id" ->
                invoker
                    .get("command")
                    .get("number")
                    .in(ResourceId.COMMAND.numbers(filter.values()));
            default -> invoker.get("type").in(filter.values());
          });
    }
    return all;
  }
}
