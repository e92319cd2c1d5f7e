package io.tatemulator.storage;

import io.tatemulator.protocol.TenantScope;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Manages the tenants and their ids. The first request of a tenant creates it. */
@Component
public final class Tenants implements TenantScope, StatefulComponent {
  private final Map<Tenant, Long> idsByTenant = new ConcurrentHashMap<>();
  private final RequestGate gate;
  private final JdbcClient jdbc;
  private final IdGenerator ids;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  Tenants(
      RequestGate gate,
      JdbcClient jdbc,
      IdGenerator ids,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.gate = gate;
    this.jdbc = jdbc;
    this.ids = ids;
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  public <T> T inTenant(Tenant tenant, Supplier<T> request) {
    return gate.runShared(
        () -> {
          ensureExists(tenant);
          return request.get();
        });
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
    return jdbc.sql("select id from tenant order by id").query(Long.class).list();
  }

  /**
   * Returns the tenant with an id.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
   */
  public Tenant of(long tenantId) {
    return jdbc.sql("select account, region from tenant where id = ?")
        .param(tenantId)
        .query(Tenant.class)
        .single();
  }

  /**
   * Locks a tenant until the running transaction has ended, so that no other transaction counts
   * against its quotas or takes names in it.
   */
  public void lock(long tenantId) {
    jdbc.sql("select id from tenant where id = ? for update")
        .param(tenantId)
        .query(Long.class)
        .single();
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
      idsByTenant.put(tenant, transaction.execute(status -> findOrCreate(tenant)));
    }
  }

  private long findOrCreate(Tenant tenant) {
    return find(tenant).orElseGet(() -> insert(tenant));
  }

  private Optional<Long> find(Tenant tenant) {
    return jdbc.sql("select id from tenant where account = ? and region = ?")
        .params(tenant.account(), tenant.region())
        .query(Long.class)
        .optional();
  }

  private long insert(Tenant tenant) {
    long id = ids.next();
    jdbc.sql("insert into tenant (id, account, region) values (?, ?, ?)")
        .params(id, tenant.account(), tenant.region())
        .update();
    events.publishEvent(new TenantCreated(id, tenant));
    return id;
  }
}
