package io.tatemulator.invoker;

import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.query.Filter;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;

/** The condition that selects the invokers of a DescribeInvokers request. */
record InvokerCondition(List<String> invokerIds, List<Filter> filters)
    implements PagedQuery.Condition<Invoker> {
  @Override
  public boolean isSelective() {
    return !invokerIds.isEmpty()
        || filters.stream().anyMatch(filter -> filter.name().equals("invoker-id"));
  }

  @Override
  public List<Predicate> predicates(
      Root<Invoker> invoker, CriteriaBuilder build, CriteriaQuery<?> query) {
    List<Predicate> all = new ArrayList<>();
    if (!invokerIds.isEmpty()) {
      all.add(invoker.get("number").in(ResourceId.INVOKER.numbers(invokerIds)));
    }
    filters.forEach(filter -> all.add(predicate(filter, invoker)));
    return all;
  }

  private static Predicate predicate(Filter filter, Root<Invoker> invoker) {
    List<String> values = filter.values();
    return switch (filter.name()) {
      case "invoker-id" -> invoker.get("number").in(ResourceId.INVOKER.numbers(values));
      case "command-id" ->
          invoker.get("command").get("number").in(ResourceId.COMMAND.numbers(values));
      default -> invoker.get("type").in(values);
    };
  }
}
