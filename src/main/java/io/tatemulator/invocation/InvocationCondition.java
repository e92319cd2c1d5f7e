package io.tatemulator.invocation;

import io.tatemulator.command.Command;
import io.tatemulator.command.PublicCommand;
import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.query.Filter;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;

/** The query condition of a DescribeInvocations request. */
record InvocationCondition(List<String> invocationIds, List<Filter> filters)
    implements PagedQuery.Condition<Invocation> {
  boolean isEmpty() {
    return invocationIds.isEmpty() && filters.isEmpty();
  }

  @Override
  public boolean isSelective() {
    return !invocationIds.isEmpty()
        || filters.stream().anyMatch(filter -> filter.name().equals("invocation-id"));
  }

  @Override
  public List<Predicate> predicates(
      Root<Invocation> invocation, CriteriaBuilder build, CriteriaQuery<?> query) {
    List<Predicate> all = new ArrayList<>();
    if (!invocationIds.isEmpty()) {
      all.add(invocation.get("id").in(ResourceId.INVOCATION.numbers(invocationIds)));
    }
    filters.forEach(filter -> all.add(predicate(filter, invocation, build)));
    return all;
  }

  private static Predicate predicate(
      Filter filter, Root<Invocation> invocation, CriteriaBuilder build) {
    List<String> values = filter.values();
    return switch (filter.name()) {
      case "invocation-id" -> invocation.get("id").in(ResourceId.INVOCATION.numbers(values));
      case "command-id" ->
          invocation.get("revision").get("commandNumber").in(ResourceId.COMMAND.numbers(values));
      case "command-created-by" -> createdBy(values, invocation, build);
      default -> invocation.get("instanceKind").in(values);
    };
  }

  private static Predicate createdBy(
      List<String> creators, Root<Invocation> invocation, CriteriaBuilder build) {
    Predicate publicCommands =
        invocation.get("revision").get("commandNumber").in(PublicCommand.numbers());
    Predicate userCommands =
        creators.contains(Command.Creator.USER.name())
            ? build.not(publicCommands)
            : build.disjunction();
    return creators.contains(Command.Creator.TAT.name())
        ? build.or(userCommands, publicCommands)
        : userCommands;
  }
}
