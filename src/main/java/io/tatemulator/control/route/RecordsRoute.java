package io.tatemulator.control.route;

import io.tatemulator.control.PageParameters;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.invoker.InvokerRecords;
import io.tatemulator.invoker.RecordedFire;
import io.tatemulator.invoker.action.DescribeInvokerRecords;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the records of a tenant's invokers, newest first. */
@RestController
final class RecordsRoute {
  /**
   * A page of records.
   *
   * @param total the number of matching records on all pages
   * @param records the requested page
   */
  record Records(long total, List<RecordView> records) {
    static Records of(Paged<RecordView> page) {
      return new Records(page.total(), page.items());
    }
  }

  /**
   * A record.
   *
   * @param firedAt the time of the fire, on the emulator's clock
   * @param result the current status of the invocation
   */
  record RecordView(
      String invokerId, Instant firedAt, String reason, String result, String invocationId) {
    static RecordView of(RecordedFire record) {
      return new RecordView(
          record.invokerId(),
          record.firedAt(),
          DescribeInvokerRecords.REASON,
          record.result(),
          record.invocationId());
    }
  }

  private final InvokerRecords stored;
  private final Tenants tenants;

  RecordsRoute(InvokerRecords stored, Tenants tenants) {
    this.stored = stored;
    this.tenants = tenants;
  }

  /**
   * Returns records.
   *
   * @param invokerId only those of this invoker; all when empty
   * @param limit the maximum number
   * @param offset how many to skip
   */
  @GetMapping("/_tat/records")
  Records records(
      TenantParameters parameters,
      @RequestParam(defaultValue = "") String invokerId,
      @RequestParam(defaultValue = PageParameters.DEFAULT_LIMIT) int limit,
      @RequestParam(defaultValue = "0") long offset) {
    Tenant tenant = parameters.tenant();
    List<String> ids = invokerId.isEmpty() ? List.of() : List.of(invokerId);
    Page page = PageParameters.page(limit, offset);
    return tenants
        .inKnownTenant(tenant, () -> Records.of(stored.page(tenant, ids, page).map(RecordView::of)))
        .orElseGet(() -> new Records(0, List.of()));
  }
}
