package io.tatemulator.registration;

import io.tatemulator.instance.InstanceService;
import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.query.Filter;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tag.TagPredicates;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Manages the registered instances of tenants. */
@Service
public class RegisterInstanceService {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "instance-name", "instanceName",
          "instance-id", "instanceId",
          "register-status", "status",
          "local-ip", "localIp",
          "register-code-id", "registerCodeId",
          "sys-name", "systemName");

  private final RegisterInstanceRepository machines;
  private final InstanceService instances;
  private final ApplicationEventPublisher events;
  private final PagedQuery pagedQuery;
  private final Tenants tenants;
  private final Clock clock;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final ReadTransaction readTransaction;

  RegisterInstanceService(
      RegisterInstanceRepository machines,
      InstanceService instances,
      ApplicationEventPublisher events,
      PagedQuery pagedQuery,
      Tenants tenants,
      Clock clock,
      LastEvents lastEvents,
      TransactionOperations transaction,
      ReadTransaction readTransaction) {
    this.machines = machines;
    this.instances = instances;
    this.events = events;
    this.pagedQuery = pagedQuery;
    this.tenants = tenants;
    this.clock = clock;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.readTransaction = readTransaction;
  }

  /**
   * Finds the tenant's managed instances with some identifiers (empty: all) that match every
   * filter.
   *
   * @param view maps an instance to a result
   */
  public <R> Paged<R> find(
      Tenant tenant,
      List<String> instanceIds,
      List<Filter> filters,
      Page page,
      Function<RegisterInstance, R> view) {
    return readTransaction.run(
        () ->
            pagedQuery
                .find(
                    RegisterInstance.class,
                    tenants.idOf(tenant),
                    (row, build, query) -> predicates(instanceIds, filters, row, build, query),
                    page)
                .map(view));
  }

  /**
   * Renames a managed instance.
   *
   * @throws ApiException InvalidRegisterInstanceId when it does not exist, since the action lists
   *     no other code for that
   */
  public void rename(Tenant tenant, String instanceId, String name) {
    transaction.executeWithoutResult(
        status -> {
          Instant now = clock.instant();
          require(tenant, instanceId, TatError.INVALID_REGISTER_INSTANCE_ID).rename(name, now);
          lastEvents.raise(tenants.idOf(tenant), now);
        });
  }

  /**
   * Deletes a managed instance, whose agent is refused from then on.
   *
   * @throws ApiException RegisterInstanceNotFoundCode
   */
  public void delete(Tenant tenant, String instanceId) {
    transaction.executeWithoutResult(
        status -> {
          machines.delete(require(tenant, instanceId, TatError.REGISTER_INSTANCE_NOT_FOUND));
          long tenantId = tenants.idOf(tenant);
          instances.remove(tenantId, instanceId);
          events.publishEvent(new MachineDeleted(tenantId, instanceId));
          lastEvents.raise(tenantId, clock.instant());
        });
  }

  private RegisterInstance require(Tenant tenant, String instanceId, ErrorCode notFound) {
    return machines
        .lock(tenants.idOf(tenant), instanceId)
        .orElseThrow(() -> new ApiException(notFound, "InstanceId", instanceId));
  }

  private static List<Predicate> predicates(
      List<String> instanceIds,
      List<Filter> filters,
      Root<RegisterInstance> row,
      CriteriaBuilder build,
      CriteriaQuery<?> query) {
    List<Predicate> all = new ArrayList<>();
    if (!instanceIds.isEmpty()) {
      all.add(row.get("instanceId").in(instanceIds));
    }
    for (Filter filter : filters) {
      String column = COLUMNS.get(filter.name());
      all.add(
          column == null
              ? TagPredicates.of(filter, row, build, query)
              : row.get(column).in(filter.values()));
    }
    return all;
  }
}
