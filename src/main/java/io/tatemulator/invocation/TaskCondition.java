package io.tatemulator.invocation;

import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.query.Filter;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The query condition of a DescribeInvocationTasks request. */
record TaskCondition(List<String> taskIds, List<Filter> filters)
    implements PagedQuery.Condition<InvocationTask> {
  private static final Set<String> SELECTIVE_FILTERS =
      Set.of("invocation-task-id", "invocation-id");

  boolean isEmpty() {
    return taskIds.isEmpty() && filters.isEmpty();
  }

  @Override
  public boolean isSelective() {
    return !taskIds.isEmpty()
        || filters.stream().anyMatch(filter -> SELECTIVE_FILTERS.contains(filter.name()));
  }

  @Override
  public List<Predicate> predicates(
      Root<InvocationTask> task, CriteriaBuilder build, CriteriaQuery<?> query) {
    List<Predicate> all = new ArrayList<>();
    if (!taskIds.isEmpty()) {
      all.add(task.get("id").in(ResourceId.TASK.numbers(taskIds)));
    }
    filters.forEach(filter -> all.add(predicate(filter, task)));
    return all;
  }

  private static Predicate predicate(Filter filter, Root<InvocationTask> task) {
    List<String> values = filter.values();
    return switch (filter.name()) {
      case "invocation-task-id" -> task.get("id").in(ResourceId.TASK.numbers(values));
      case "invocation-id" ->
          task.get("invocation").get("id").in(ResourceId.INVOCATION.numbers(values));
      case "command-id" ->
          task.get("invocation")
              .get("revision")
              .get("commandNumber")
              .in(ResourceId.COMMAND.numbers(values));
      default -> task.get("instanceId").in(values);
    };
  }
}
