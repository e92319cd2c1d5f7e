package io.tatemulator.control;

import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceProfile;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Tenant;
import io.tatemulator.support.Words;
import java.util.List;
import java.util.Optional;
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

/** Shows, declares, changes and removes the instances of a tenant. */
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
   */
  record Shown(String instanceId, String platform, String state, String agent) {
    static Shown of(Instance instance) {
      return new Shown(
          instance.instanceId(),
          Words.of(instance.platform()),
          Words.of(instance.state()),
          Words.of(instance.agent()));
    }
  }

  /** All instances that exist. */
  record Instances(List<Shown> instances) {}

  /** What an instance shall be like; what is null stays as it is, or as it ordinarily is. */
  record Wanted(@Nullable String platform, @Nullable String state, @Nullable String agent) {}

  private final InstanceService instances;
  private final Tenants tenants;

  InstancesRoute(InstanceService instances, Tenants tenants) {
    this.instances = instances;
    this.tenants = tenants;
  }

  @GetMapping
  Instances all(TenantParameters whose) {
    Tenant tenant = whose.tenant();
    return tenants.within(
        () ->
            new Instances(
                tenants.isKnown(tenant)
                    ? instances.all(tenant).stream().map(Shown::of).toList()
                    : List.of()));
  }

  @GetMapping("/{instanceId}")
  Shown one(@PathVariable String instanceId, TenantParameters whose) {
    check(instanceId);
    Tenant tenant = whose.tenant();
    return tenants.within(
        () ->
            Optional.of(tenant)
                .filter(tenants::isKnown)
                .flatMap(known -> instances.existing(tenants.idOf(known), instanceId))
                .map(Shown::of)
                .orElseThrow(() -> missing(instanceId)));
  }

  @PutMapping("/{instanceId}")
  Shown declare(
      @PathVariable String instanceId, TenantParameters whose, @RequestBody Wanted wanted) {
    check(instanceId);
    Tenant tenant = whose.tenant();
    return tenants.within(tenant, () -> declare(tenants.idOf(tenant), instanceId, wanted));
  }

  private Shown declare(long tenantId, String instanceId, Wanted wanted) {
    InstanceProfile now =
        instances
            .declared(tenantId, instanceId)
            .map(known -> new InstanceProfile(known.platform(), known.state(), known.agent()))
            .orElse(InstanceProfile.ORDINARY);
    instances.declare(
        tenantId, instanceId, now.with(wanted.platform(), wanted.state(), wanted.agent()));
    return instances.existing(tenantId, instanceId).map(Shown::of).orElseThrow();
  }

  @DeleteMapping("/{instanceId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String instanceId, TenantParameters whose) {
    check(instanceId);
    Tenant tenant = whose.tenant();
    if (!tenants.within(tenant, () -> instances.remove(tenants.idOf(tenant), instanceId))) {
      throw missing(instanceId);
    }
  }

  private static NotFoundException missing(String instanceId) {
    return new NotFoundException("there is no instance " + instanceId);
  }

  private static void check(String instanceId) {
    BadRequestException.unless(
        ID.matcher(instanceId).matches(), "an instance id is of the form " + InstanceId.PATTERN);
  }
}
