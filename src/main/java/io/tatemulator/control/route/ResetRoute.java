package io.tatemulator.control.route;

import io.tatemulator.control.StateReset;
import io.tatemulator.control.TenantParameters;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Resets the state. */
@RestController
final class ResetRoute {
  private final StateReset reset;

  ResetRoute(StateReset reset) {
    this.reset = reset;
  }

  /**
   * Resets the state of all tenants or of one tenant.
   *
   * @param parameters the tenant; all tenants if neither account nor region is given
   */
  @PostMapping("/_tat/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(TenantParameters parameters) {
    boolean allTenants = parameters.account() == null && parameters.region() == null;
    reset.reset(allTenants ? null : parameters.tenant());
  }
}
