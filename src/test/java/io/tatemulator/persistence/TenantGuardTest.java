package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.protocol.TenantScope;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.testing.AcceptanceTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.jpa.repository.Query;

/** Tries to read the rows of another tenant. */
class TenantGuardTest extends AcceptanceTest {
  /** Queries that read rows of several tenants, each for a reason. */
  private static final Map<String, String> OF_ALL_TENANTS =
      Map.ofEntries(
          Map.entry("InvokerRepository.nextDue", "fires are due for all tenants"),
          Map.entry("InvokerRepository.countDue", "fires are due for all tenants"),
          Map.entry("InvokerRepository.findDue", "fires are due for all tenants"),
          Map.entry("InvokerRepository.findDueOfPart", "fires are due for all tenants"),
          Map.entry("InvokerRepository.findScheduled", "a move of the clock concerns all tenants"),
          Map.entry("InstanceRepository.findAssigned", "tasks are due for all tenants"),
          Map.entry("InvocationTaskRepository.findNextStep", "tasks are due for all tenants"),
          Map.entry("InvocationTaskRepository.findDue", "tasks are due for all tenants"),
          Map.entry("InvocationTaskRepository.findUnfinished", "by the ids of tasks"),
          Map.entry("InvocationTaskRepository.findInProgress", "tasks in progress of all tenants"),
          Map.entry("InvocationTaskRepository.findBriefs", "by the ids of invocations"),
          Map.entry("InvocationTaskRepository.lock", "by the id of an invocation"),
          Map.entry("InvocationTaskRepository.findOutputs", "by the ids of tasks"),
          Map.entry("RegisterCodeRepository.lock", "by the id that a machine sends"),
          Map.entry("RegisterCodeRepository.findTenant", "by the id that a machine sends"),
          Map.entry("RegisterInstanceRepository.findMachine", "by the id that an agent sends"),
          Map.entry("RegisterInstanceRepository.findMachines", "all agents end with the process"),
          Map.entry("CommandRevisionRepository.streamTexts", "a snapshot has all tenants"),
          Map.entry("OldInvocationRepository.countTasks", "by the ids of invocations"),
          Map.entry("OldInvocationRepository.removeRecords", "by the ids of records"),
          Map.entry("OldInvocationRepository.removeTasks", "by the ids of invocations"),
          Map.entry("OldInvocationRepository.removeInvocations", "by the ids of invocations"),
          Map.entry("OldRevisionRepository.remove", "by the ids of revisions"));

  private static final Pattern ENTITY = Pattern.compile("\\b(?:from|join|update) ([A-Z]\\w+)");

  private Tenant other;
  private EntityManager entities;

  @BeforeEach
  void createRowsOfTwoTenants() {
    fireOnce(api);
    entities = part(EntityManager.class);
    other = new Tenant("another-account", Tenant.DEFAULT.region());
    part(Tenants.class).ensureExists(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Command",
        "CommandRevision",
        "Instance",
        "Invoker",
        "InvokerRecord",
        "Invocation",
        "InvocationTask"
      })
  void aQueryWithoutTheTenantFailsInARequest(String entity) {
    assertThatThrownBy(() -> inRequest(() -> all(entity)))
        .hasStackTraceContaining("has read a row of tenant");
    assertThat(all(entity)).isNotEmpty();
  }

  @Test
  void aRowOfAnotherTenantIsNotFoundByItsId() {
    long own = part(Tenants.class).idOf(other);
    Object foreign =
        entities
            .createQuery("select min(c.id) from Command c where c.tenantId <> ?1")
            .setParameter(1, own)
            .getSingleResult();

    assertThatThrownBy(
            () ->
                inRequest(
                    () -> List.of(Objects.requireNonNull(entities.find(type("Command"), foreign)))))
        .hasStackTraceContaining("has read a row of tenant");
  }

  @Test
  void everyOtherQueryNamesItsTenant() {
    Set<String> tenantEntities =
        MappedTypes.entities()
            .filter(
                type ->
                    TenantRow.class.isAssignableFrom(type)
                        || Set.of("CommandRevision", "Instance", "InvokerRecord")
                            .contains(type.getSimpleName()))
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    Map<String, String> withoutTenant = new TreeMap<>();
    MappedTypes.repositoryQueries()
        .forEach(
            method -> {
              String query = method.getAnnotation(Query.class).value();
              assertThat(method.getAnnotation(Query.class).nativeQuery()).as(query).isFalse();
              boolean ofTenants =
                  ENTITY
                      .matcher(query)
                      .results()
                      .anyMatch(found -> tenantEntities.contains(found.group(1)));
              if (ofTenants && !query.contains("tenantId = ?")) {
                withoutTenant.put(
                    method.getDeclaringClass().getSimpleName() + "." + method.getName(), query);
              }
            });

    assertThat(tenantEntities).hasSizeGreaterThan(8);
    assertThat(withoutTenant.keySet()).isEqualTo(new TreeSet<>(OF_ALL_TENANTS.keySet()));
  }

  private List<?> inRequest(Supplier<List<?>> request) {
    return part(TenantScope.class).inTenant(other, request);
  }

  private List<?> all(String entity) {
    return entities.createQuery("from " + entity, type(entity)).getResultList();
  }

  private Class<?> type(String entity) {
    return entities.getMetamodel().getEntities().stream()
        .filter(type -> type.getName().equals(entity))
        .findFirst()
        .orElseThrow()
        .getJavaType();
  }
}
