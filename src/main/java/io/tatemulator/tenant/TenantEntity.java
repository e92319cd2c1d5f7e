package io.tatemulator.tenant;

import io.tatemulator.support.Tenant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.NaturalId;

/**
 * A tenant with its totals; {@link TenantChanges} writes the totals, {@link Tenants} everything
 * else.
 */
@Entity
@Table(name = "tenant")
@SuppressWarnings("UnusedVariable") // Queries read the totals.
class TenantEntity {
  @Id private long id;
  @NaturalId private String account;
  @NaturalId private String region;
  private long invocations;
  private long tasks;
  private long records;
  private Instant lastEventAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected TenantEntity() {}

  TenantEntity(long id, Tenant tenant) {
    this.id = id;
    this.account = tenant.account();
    this.region = tenant.region();
    this.lastEventAt = Instant.EPOCH;
  }

  long id() {
    return id;
  }

  Tenant tenant() {
    return new Tenant(account, region);
  }
}
