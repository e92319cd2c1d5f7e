package io.tatemulator.invocation;

import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.persistence.TenantRow;
import io.tatemulator.query.Filter;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.RowCounters;
import io.tatemulator.tenant.Tenants;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds a tenant's invocations and their tasks. */
@Service
public class InvocationService {
  private final InvocationTaskRepository tasks;
  private final PagedQuery paged;
  private final RowCounters counters;
  private final Tenants tenants;
  private final ReadTransaction reading;

  InvocationService(
      InvocationTaskRepository tasks,
      PagedQuery paged,
      RowCounters counters,
      Tenants tenants,
      ReadTransaction reading) {
    this.tasks = tasks;
    this.paged = paged;
    this.counters = counters;
    this.tenants = tenants;
    this.reading = reading;
  }

  /**
   * Returns the tenant's invocations with the given identifiers (empty: all) that match every
   * filter.
   *
   * @param view maps an invocation and its tasks, in the order of the requested instances
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
            RowCounters.Kind.INVOCATIONS,
            page);
    Long[] ids = found.items().stream().map(Invocation::id).toArray(Long[]::new);
    Map<Long, List<TaskBrief>> byInvocation =
        tasks.findBriefs(ids).stream().collect(Collectors.groupingBy(TaskBrief::invocationId));
    return found.map(
        invocation ->
            view.apply(invocation, byInvocation.getOrDefault(invocation.id(), List.of())));
  }

  /**
   * Returns the tenant's tasks with the given identifiers (empty: all) that match every filter.
   *
   * @param view maps a task; it may read the task's invocation
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
                    RowCounters.Kind.TASKS,
                    page)
                .map(view));
  }

  private <T extends TenantRow> Paged<T> find(
      Class<T> type,
      long tenantId,
      PagedQuery.Condition<T> condition,
      boolean all,
      RowCounters.Kind kind,
      Page page) {
    return all
        ? paged.find(type, tenantId, condition, page, counters.count(tenantId, kind))
        : paged.find(type, tenantId, condition, page);
  }
}
