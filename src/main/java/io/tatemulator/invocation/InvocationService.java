package io.tatemulator.invocation;

import io.tatemulator.protocol.query.Filter;
import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.storage.PagedQuery;
import io.tatemulator.storage.ReadTransaction;
import io.tatemulator.storage.Tally;
import io.tatemulator.storage.TenantRow;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Tenant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** A tenant's invocations and their tasks. */
@Service
public class InvocationService {
  private final InvocationTaskRepository tasks;
  private final PagedQuery paged;
  private final Tally tally;
  private final Tenants tenants;
  private final ReadTransaction reading;

  InvocationService(
      InvocationTaskRepository tasks,
      PagedQuery paged,
      Tally tally,
      Tenants tenants,
      ReadTransaction reading) {
    this.tasks = tasks;
    this.paged = paged;
    this.tally = tally;
    this.tenants = tenants;
    this.reading = reading;
  }

  /**
   * The tenant's invocations among some identifiers (none: all) that pass every filter.
   *
   * @param view what to show of an invocation and its tasks, these in the order of the instances
   *     they were asked for
   */
  public <R> Paged<R> findInvocations(
      Tenant tenant,
      List<String> invocationIds,
      List<Filter> filters,
      Page page,
      BiFunction<Invocation, List<TaskBrief>, R> view) {
    InvocationCondition condition = new InvocationCondition(invocationIds, filters);
    return reading.run(() -> invocations(tenant, condition, page, view));
  }

  private <R> Paged<R> invocations(
      Tenant tenant,
      InvocationCondition condition,
      Page page,
      BiFunction<Invocation, List<TaskBrief>, R> view) {
    Paged<Invocation> found =
        find(
            Invocation.class,
            tenants.idOf(tenant),
            condition,
            condition.isEmpty(),
            Tally.Kind.INVOCATIONS,
            page);
    List<Long> numbers = found.items().stream().map(Invocation::id).toList();
    Map<Long, List<TaskBrief>> byInvocation =
        tasks.findBriefs(numbers).stream().collect(Collectors.groupingBy(TaskBrief::invocationId));
    return found.map(
        invocation ->
            view.apply(invocation, byInvocation.getOrDefault(invocation.id(), List.of())));
  }

  /**
   * The tenant's tasks among some identifiers (none: all) that pass every filter.
   *
   * @param view what to show of a task; it may look into its invocation
   */
  public <R> Paged<R> findTasks(
      Tenant tenant,
      List<String> taskIds,
      List<Filter> filters,
      Page page,
      Function<InvocationTask, R> view) {
    TaskCondition condition = new TaskCondition(taskIds, filters);
    return reading.run(
        () ->
            find(
                    InvocationTask.class,
                    tenants.idOf(tenant),
                    condition,
                    condition.isEmpty(),
                    Tally.Kind.TASKS,
                    page)
                .map(view));
  }

  private <T extends TenantRow> Paged<T> find(
      Class<T> type,
      long tenantId,
      PagedQuery.Condition<T> condition,
      boolean all,
      Tally.Kind kind,
      Page page) {
    return all
        ? paged.find(type, tenantId, condition, page, tally.count(tenantId, kind))
        : paged.find(type, tenantId, condition, page);
  }
}
