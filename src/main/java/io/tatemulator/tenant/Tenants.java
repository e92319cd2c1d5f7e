package io.tatemulator.tenant;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.persistence.TenantGuard;
import io.tatemulator.protocol.TenantScope;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.hibernate.KeyType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Manages the tenants and their ids. The first request of a tenant creates it. */
@Component
public final class Tenants implements TenantScope, StatefulComponent {
  private final Map<Tenant, Long> idsByTenant = new ConcurrentHashMap<>();
  private final RequestGate gate;
  private final TenantRepository rows;
  private final EntityManager entities;
  private final IdGenerator ids;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  Tenants(
      RequestGate gate,
      TenantRepository rows,
      EntityManager entities,
      IdGenerator ids,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.gate = gate;
    this.rows = rows;
    this.entities = entities;
    this.ids = ids;
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  public <T> T inTenant(Tenant tenant, Supplier<T> request) {
    return gate.runShared(
        () -> {
          ensureExists(tenant);
          return TenantGuard.run(idOf(tenant), request);
        });
  }

  /**
   * Runs a read request of a tenant without creating it.
   *
   * @return empty when the tenant does not exist
   */
  public <T> Optional<T> inKnownTenant(Tenant tenant, Supplier<T> request) {
    return gate.runShared(
        () ->
            isKnown(tenant)
                ? Optional.of(TenantGuard.run(idOf(tenant), request))
                : Optional.empty());
  }

  /** Ensures that a tenant exists. */
  public void ensureExists(Tenant tenant) {
    if (!idsByTenant.containsKey(tenant)) {
      create(tenant);
    }
  }

  /** Returns whether a tenant exists, without creating it. */
  public boolean isKnown(Tenant tenant) {
    if (!idsByTenant.containsKey(tenant)) {
      find(tenant).ifPresent(id -> idsByTenant.put(tenant, id));
    }
    return idsByTenant.containsKey(tenant);
  }

  /**
   * Returns the id of a tenant that {@link #ensureExists} or {@link #isKnown} has found.
   *
   * @throws IllegalStateException when neither has
   */
  public long idOf(Tenant tenant) {
    Long id = idsByTenant.get(tenant);
    if (id == null) {
      throw new IllegalStateException("tenant not initialized: " + tenant);
    }
    return id;
  }

  /** Returns the ids of all tenants. */
  public List<Long> all() {
    return rows.findIds();
  }

  /** Returns a page of the tenants, the newest first. */
  public Paged<Tenant> page(Page page) {
    long total = rows.countAll();
    boolean empty = page.limit() == 0 || page.offset() >= total;
    return new Paged<>(
        total,
        empty
            ? List.of()
            : rows.findPage(page.limit(), Math.toIntExact(page.offset())).stream()
                .map(TenantEntity::tenant)
                .toList());
  }

  /**
   * Returns a predicate for the ids of tenants whose rows a reset has removed.
   *
   * @param tenant the only tenant that was reset; null for all
   */
  public LongPredicate removedBy(@Nullable Tenant tenant) {
    Set<Long> kept = tenant == null ? Set.of() : Set.copyOf(all());
    return id -> !kept.contains(id);
  }

  /**
   * Returns the tenant with an id.
   *
   * @throws EmptyResultDataAccessException when there is none
   */
  public Tenant of(long tenantId) {
    return rows.findById(tenantId).orElseThrow(Tenants::missing).tenant();
  }

  /**
   * Locks a tenant until the running transaction has ended, so that no other transaction counts
   * against its quotas or takes names in it.
   */
  public void lock(long tenantId) {
    if (rows.lock(tenantId).isEmpty()) {
      throw missing();
    }
  }

  private static EmptyResultDataAccessException missing() {
    return new EmptyResultDataAccessException("the tenant does not exist", 1);
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      idsByTenant.clear();
    } else {
      idsByTenant.remove(tenant);
    }
  }

  @Override
  public void reload() {
    idsByTenant.clear();
  }

  private synchronized void create(Tenant tenant) {
    if (!idsByTenant.containsKey(tenant)) {
      idsByTenant.put(tenant, findOrCreateApart(tenant));
    }
  }

  private long findOrCreateApart(Tenant tenant) {
    try {
      return transaction.execute(status -> findOrCreate(tenant));
    } catch (DataIntegrityViolationException e) {
      // Another node has created it meanwhile.
      return transaction.execute(status -> find(tenant)).orElseThrow(() -> e);
    }
  }

  private long findOrCreate(Tenant tenant) {
    return find(tenant).orElseGet(() -> insert(tenant));
  }

  /** Returns the id of a tenant; empty when it does not exist. */
  public Optional<Long> find(Tenant tenant) {
    return Optional.ofNullable(
            entities.find(
                TenantEntity.class,
                Map.of("account", tenant.account(), "region", tenant.region()),
                KeyType.NATURAL))
        .map(TenantEntity::id);
  }

  private long insert(Tenant tenant) {
    long id = ids.next();
    entities.persist(new TenantEntity(id, tenant));
    // The rows that listeners insert refer to it.
    entities.flush();
    // The request that creates it may be one of another tenant.
    return TenantGuard.run(
        id,
        () -> {
          events.publishEvent(new TenantCreated(id, tenant));
          return id;
        });
  }
}
