package io.tatemulator.control;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forgets. */
@RestController
final class ResetRoute {
  private final StateReset reset;

  ResetRoute(StateReset reset) {
    this.reset = reset;
  }

  /**
   * Forgets everything, or what belongs to one tenant.
   *
   * @param whose the tenant's; everybody's if neither account nor region is given
   */
  @PostMapping("/_tat/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(TenantParameters whose) {
    boolean everybody = whose.account() == null && whose.region() == null;
    reset.reset(everybody ? null : whose.tenant());
  }
}
