package io.tatemulator.control.route;

import io.tatemulator.control.PageParameters;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.invoker.Invoker;
import io.tatemulator.invoker.InvokerQuery;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the invokers of a tenant, newest first. */
@RestController
final class InvokersRoute {
  /**
   * A page of invokers.
   *
   * @param total the number of matching invokers on all pages
   * @param invokers the requested page
   */
  record Invokers(long total, List<InvokerView> invokers) {
    static Invokers of(Paged<InvokerView> page) {
      return new Invokers(page.total(), page.items());
    }
  }

  /**
   * An invoker.
   *
   * @param policy {@code ONCE} or {@code RECURRENCE}
   * @param recurrence its crontab, in Beijing time; null for ONCE
   * @param invokeAt the instant of its only fire; null for RECURRENCE
   * @param nextFireAt when it fires next; null when it does not fire again
   */
  record InvokerView(
      String invokerId,
      String name,
      boolean enabled,
      String policy,
      @Nullable String recurrence,
      @Nullable Instant invokeAt,
      @Nullable Instant nextFireAt,
      String commandId,
      String commandName,
      List<String> instanceIds,
      Instant createdAt,
      Instant updatedAt) {
    static InvokerView of(Invoker invoker) {
      return new InvokerView(
          invoker.invokerId(),
          invoker.name(),
          invoker.enabled(),
          invoker.schedule().policy().name(),
          invoker.schedule().recurrence(),
          invoker.schedule().invokeAt(),
          invoker.nextFireAt(),
          invoker.command().commandId(),
          invoker.command().revision().spec().name(),
          List.copyOf(invoker.instanceIds()),
          invoker.createdAt(),
          invoker.updatedAt());
    }
  }

  private final InvokerQuery query;
  private final Tenants tenants;

  InvokersRoute(InvokerQuery query, Tenants tenants) {
    this.query = query;
    this.tenants = tenants;
  }

  /**
   * Returns invokers.
   *
   * @param invokerId only the invoker with this identifier; all when empty
   * @param limit the maximum number
   * @param offset how many to skip
   */
  @GetMapping("/_tat/invokers")
  Invokers invokers(
      TenantParameters parameters,
      @RequestParam(defaultValue = "") String invokerId,
      @RequestParam(defaultValue = PageParameters.DEFAULT_LIMIT) int limit,
      @RequestParam(defaultValue = "0") long offset) {
    Tenant tenant = parameters.tenant();
    List<String> ids = invokerId.isEmpty() ? List.of() : List.of(invokerId);
    Page page = PageParameters.page(limit, offset);
    return tenants
        .inKnownTenant(
            tenant, () -> Invokers.of(query.find(tenant, ids, List.of(), page, InvokerView::of)))
        .orElseGet(() -> new Invokers(0, List.of()));
  }
}
