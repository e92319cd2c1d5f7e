package io.tatemulator.control.route;

import io.tatemulator.command.CommandSpec;
import io.tatemulator.control.NotFoundException;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.InvocationService;
import io.tatemulator.query.Page;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the script of an invocation. */
@RestController
final class ScriptRoute {
  /**
   * A script.
   *
   * @param type {@code SHELL}, {@code POWERSHELL} or {@code BAT}
   * @param script the script as it runs, with hidden values masked; bytes that are not UTF-8 are
   *     replaced
   * @param timeout the timeout of its tasks, in seconds
   */
  record ScriptView(
      String type, String script, String username, String workingDirectory, long timeout) {
    static ScriptView of(Invocation invocation) {
      CommandSpec spec = invocation.revision().spec();
      return new ScriptView(
          spec.type().name(),
          new String(
              Base64.getDecoder().decode(invocation.parameters().maskedContent()),
              StandardCharsets.UTF_8),
          invocation.username(),
          spec.workingDirectory(),
          spec.timeoutSeconds());
    }
  }

  private static final Page ONE = new Page(0, 1);

  private final InvocationService service;
  private final Tenants tenants;

  ScriptRoute(InvocationService service, Tenants tenants) {
    this.service = service;
    this.tenants = tenants;
  }

  @GetMapping("/_tat/invocations/{invocationId}/script")
  ScriptView script(@PathVariable String invocationId, TenantParameters parameters) {
    Tenant tenant = parameters.tenant();
    return tenants
        .inKnownTenant(tenant, () -> find(tenant, invocationId))
        .flatMap(found -> found.stream().findFirst())
        .orElseThrow(() -> new NotFoundException("unknown invocation `" + invocationId + "`"));
  }

  private List<ScriptView> find(Tenant tenant, String invocationId) {
    return service
        .findInvocations(
            tenant, List.of(invocationId), List.of(), ONE, (found, tasks) -> ScriptView.of(found))
        .items();
  }
}
