package io.tatemulator.control.route;

import io.tatemulator.control.PageParameters;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.InvocationService;
import io.tatemulator.invocation.InvocationTask;
import io.tatemulator.invocation.TaskBrief;
import io.tatemulator.query.Filter;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the invocations of a tenant with their tasks, newest first. */
@RestController
final class InvocationsRoute {
  /**
   * A page of invocations.
   *
   * @param total the number of matching invocations on all pages
   * @param invocations the requested page
   */
  record Invocations(long total, List<InvocationView> invocations) {}

  /**
   * An invocation.
   *
   * @param source {@code USER} for a request, {@code INVOKER} for a fire
   * @param tasks its tasks, in the order of the requested instances
   */
  record InvocationView(
      String invocationId,
      String commandId,
      String commandName,
      String status,
      String source,
      Instant startedAt,
      @Nullable Instant endedAt,
      List<TaskView> tasks) {
    static InvocationView withoutTasks(Invocation invocation) {
      return new InvocationView(
          invocation.invocationId(),
          invocation.revision().commandId(),
          invocation.revision().spec().name(),
          invocation.status().name(),
          invocation.source().name(),
          invocation.startedAt(),
          invocation.endedAt(),
          List.of());
    }

    InvocationView with(List<TaskView> newTasks) {
      return new InvocationView(
          invocationId, commandId, commandName, status, source, startedAt, endedAt, newTasks);
    }
  }

  /**
   * A task.
   *
   * @param output the stored output as text; bytes that are not UTF-8 are replaced
   * @param dropped the number of bytes cut off the output
   */
  record TaskView(
      String taskId,
      String instanceId,
      String status,
      long exitCode,
      String output,
      long dropped,
      String errorInfo,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    static TaskView of(InvocationTask task) {
      return new TaskView(
          task.taskId(),
          task.instanceId(),
          task.status().name(),
          task.exitCode(),
          new String(task.output(), StandardCharsets.UTF_8),
          task.dropped(),
          task.errorInfo(),
          task.startedAt(),
          task.endedAt());
    }
  }

  private record Found(InvocationView invocation, List<String> taskIds) {
    static Found of(Invocation invocation, List<TaskBrief> tasks) {
      return new Found(
          InvocationView.withoutTasks(invocation), tasks.stream().map(TaskBrief::taskId).toList());
    }

    InvocationView with(Map<String, TaskView> tasks) {
      return invocation.with(taskIds.stream().map(tasks::get).filter(Objects::nonNull).toList());
    }
  }

  private final InvocationService service;
  private final Tenants tenants;

  InvocationsRoute(InvocationService service, Tenants tenants) {
    this.service = service;
    this.tenants = tenants;
  }

  /**
   * Returns invocations.
   *
   * @param invocationId only the invocation with this identifier; all when empty
   * @param limit the maximum number
   * @param offset how many to skip
   */
  @GetMapping("/_tat/invocations")
  Invocations invocations(
      TenantParameters parameters,
      @RequestParam(defaultValue = "") String invocationId,
      @RequestParam(defaultValue = PageParameters.DEFAULT_LIMIT) int limit,
      @RequestParam(defaultValue = "0") long offset) {
    Tenant tenant = parameters.tenant();
    List<String> ids = invocationId.isEmpty() ? List.of() : List.of(invocationId);
    Page page = PageParameters.page(limit, offset);
    return tenants
        .inKnownTenant(tenant, () -> find(tenant, ids, page))
        .orElseGet(() -> new Invocations(0, List.of()));
  }

  private Invocations find(Tenant tenant, List<String> ids, Page page) {
    Paged<Found> found = service.findInvocations(tenant, ids, List.of(), page, Found::of);
    Map<String, TaskView> tasks = tasks(tenant, found.items());
    return new Invocations(
        found.total(), found.items().stream().map(item -> item.with(tasks)).toList());
  }

  /** Reads tasks after their invocations, so the tasks of an ended invocation have ended. */
  private Map<String, TaskView> tasks(Tenant tenant, List<Found> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    List<String> ids = found.stream().map(item -> item.invocation().invocationId()).toList();
    int count = found.stream().mapToInt(item -> item.taskIds().size()).sum();
    return service
        .findTasks(
            tenant,
            List.of(),
            List.of(new Filter("invocation-id", ids)),
            new Page(0, count),
            TaskView::of)
        .items()
        .stream()
        .collect(Collectors.toMap(TaskView::taskId, Function.identity()));
  }
}
