package io.tatemulator.storage;

import io.tatemulator.protocol.TenantGate;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The tenants and their numbers. A tenant comes into being when a request first names it. */
@Component
public final class Tenants implements TenantGate, Resettable, Snapshotable {
  // Fair, so that one who is alone again and again lets requests in between.
  private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
  private final Map<Tenant, Long> numbers = new ConcurrentHashMap<>();
  private final JdbcClient jdbc;
  private final IdSequence ids;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  Tenants(
      JdbcClient jdbc,
      IdSequence ids,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  public <T> T within(Tenant tenant, Supplier<T> request) {
    return within(
        () -> {
          enter(tenant);
          return request.get();
        });
  }

  /** Does a part of a request that has nothing to do with its tenant's state. */
  public <T> T within(Supplier<T> part) {
    gate.readLock().lock();
    try {
      return part.get();
    } finally {
      gate.readLock().unlock();
    }
  }

  /** Does something while no request is being handled. */
  public <T> T alone(Supplier<T> job) {
    gate.writeLock().lock();
    try {
      return job.get();
    } finally {
      gate.writeLock().unlock();
    }
  }

  /** Makes sure that a tenant exists. */
  public void enter(Tenant tenant) {
    if (!numbers.containsKey(tenant)) {
      admit(tenant);
    }
  }

  /** Whether a tenant exists; asking does not bring it into being. */
  public boolean isKnown(Tenant tenant) {
    if (!numbers.containsKey(tenant)) {
      find(tenant).ifPresent(id -> numbers.put(tenant, id));
    }
    return numbers.containsKey(tenant);
  }

  /**
   * The number of a tenant that has entered.
   *
   * @throws IllegalStateException when it has not
   */
  public long idOf(Tenant tenant) {
    Long number = numbers.get(tenant);
    if (number == null) {
      throw new IllegalStateException("not entered: " + tenant);
    }
    return number;
  }

  /** The numbers of all tenants. */
  public List<Long> all() {
    return jdbc.sql("select id from tenant order by id").query(Long.class).list();
  }

  /**
   * The tenant of a number.
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
   * Keeps others from counting against a tenant's quotas, and from taking names in it, until the
   * running transaction has ended.
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
      numbers.clear();
    } else {
      numbers.remove(tenant);
    }
  }

  @Override
  public void restored() {
    numbers.clear();
  }

  private synchronized void admit(Tenant tenant) {
    if (!numbers.containsKey(tenant)) {
      numbers.put(tenant, transaction.execute(status -> findOrCreate(tenant)));
    }
  }

  private long findOrCreate(Tenant tenant) {
    return find(tenant).orElseGet(() -> create(tenant));
  }

  private Optional<Long> find(Tenant tenant) {
    return jdbc.sql("select id from tenant where account = ? and region = ?")
        .params(tenant.account(), tenant.region())
        .query(Long.class)
        .optional();
  }

  private long create(Tenant tenant) {
    long id = ids.next();
    jdbc.sql("insert into tenant (id, account, region) values (?, ?, ?)")
        .params(id, tenant.account(), tenant.region())
        .update();
    events.publishEvent(new TenantCreated(id, tenant));
    return id;
  }
}
