package io.tatemulator.control.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.control.BadRequestException;
import io.tatemulator.control.NotFoundException;
import io.tatemulator.control.TenantParameters;
import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceProfile;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.support.EnumNames;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, declares, changes and removes the instances of a tenant. */
@RestController
@RequestMapping("/_tat/instances")
final class InstancesRoute {
  private static final Pattern ID = Pattern.compile(InstanceId.PATTERN);

  /**
   * An instance.
   *
   * @param instanceId its identifier
   * @param platform {@code linux} or {@code windows}
   * @param state {@code running} or {@code stopped}
   * @param agent {@code online}, {@code offline} or {@code none}
   * @param executor {@code simulated}, {@code process} or {@code agent}; null for that of {@code
   *     tat.execution.mode}
   * @param exec the arguments that run before the interpreter of a script; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InstanceView(
      String instanceId,
      String platform,
      String state,
      String agent,
      @Nullable String executor,
      @Nullable List<String> exec) {
    static InstanceView of(Instance instance) {
      return new InstanceView(
          instance.instanceId(),
          EnumNames.format(instance.platform()),
          EnumNames.format(instance.state()),
          EnumNames.format(instance.agent()),
          instance.executor() == null ? null : EnumNames.format(instance.executor()),
          instance.exec().isEmpty() ? null : instance.exec());
    }
  }

  /** All existing instances. */
  record Instances(List<InstanceView> instances) {}

  /** An update of an instance; a null field keeps its value, or the default of a new instance. */
  record InstanceUpdate(
      @Nullable String platform,
      @Nullable String state,
      @Nullable String agent,
      @Nullable String executor,
      @Nullable List<String> exec) {}

  private final InstanceService instances;
  private final Tenants tenants;

  InstancesRoute(InstanceService instances, Tenants tenants) {
    this.instances = instances;
    this.tenants = tenants;
  }

  @GetMapping
  Instances all(TenantParameters parameters) {
    Tenant tenant = parameters.tenant();
    return tenants
        .inKnownTenant(
            tenant, () -> instances.findAll(tenant).stream().map(InstanceView::of).toList())
        .map(Instances::new)
        .orElseGet(() -> new Instances(List.of()));
  }

  @GetMapping("/{instanceId}")
  InstanceView one(@PathVariable String instanceId, TenantParameters parameters) {
    check(instanceId);
    Tenant tenant = parameters.tenant();
    return tenants
        .inKnownTenant(tenant, () -> instances.findWithOutages(tenants.idOf(tenant), instanceId))
        .flatMap(found -> found)
        .map(InstanceView::of)
        .orElseThrow(() -> notFound(instanceId));
  }

  @PutMapping("/{instanceId}")
  InstanceView declare(
      @PathVariable String instanceId,
      TenantParameters parameters,
      @RequestBody InstanceUpdate update) {
    check(instanceId);
    Tenant tenant = parameters.tenant();
    return tenants.inTenant(tenant, () -> declare(tenants.idOf(tenant), instanceId, update));
  }

  private InstanceView declare(long tenantId, String instanceId, InstanceUpdate update) {
    InstanceProfile current =
        instances
            .findDeclared(tenantId, instanceId)
            .map(Instance::profile)
            .orElse(InstanceProfile.DEFAULT);
    instances.declare(
        tenantId,
        instanceId,
        current.with(
            update.platform(), update.state(), update.agent(), update.executor(), update.exec()));
    return instances.findWithOutages(tenantId, instanceId).map(InstanceView::of).orElseThrow();
  }

  @DeleteMapping("/{instanceId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String instanceId, TenantParameters parameters) {
    check(instanceId);
    Tenant tenant = parameters.tenant();
    if (!tenants.inTenant(tenant, () -> instances.remove(tenants.idOf(tenant), instanceId))) {
      throw notFound(instanceId);
    }
  }

  private static NotFoundException notFound(String instanceId) {
    return new NotFoundException("unknown instance `" + instanceId + "`");
  }

  private static void check(String instanceId) {
    BadRequestException.require(
        ID.matcher(instanceId).matches(),
        "invalid instance id `" + instanceId + "`: expected the form " + InstanceId.PATTERN);
  }
}
