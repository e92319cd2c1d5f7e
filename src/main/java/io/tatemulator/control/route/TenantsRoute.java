package io.tatemulator.control.route;

import io.tatemulator.control.PageParameters;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the tenants that exist, newest first. */
@RestController
final class TenantsRoute {
  /**
   * A page of tenants.
   *
   * @param total the number of tenants on all pages
   * @param tenants the requested page
   */
  record TenantPage(long total, List<Tenant> tenants) {}

  private final Tenants tenants;

  TenantsRoute(Tenants tenants) {
    this.tenants = tenants;
  }

  /**
   * Returns tenants.
   *
   * @param limit the maximum number
   * @param offset how many to skip
   */
  @GetMapping("/_tat/tenants")
  TenantPage tenants(
      @RequestParam(defaultValue = PageParameters.DEFAULT_LIMIT) int limit,
      @RequestParam(defaultValue = "0") long offset) {
    Paged<Tenant> page = tenants.page(PageParameters.page(limit, offset));
    return new TenantPage(page.total(), page.items());
  }
}
