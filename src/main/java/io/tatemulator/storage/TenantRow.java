package io.tatemulator.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What every row of a tenant has; {@link PagedQuery} orders by it. */
@MappedSuperclass
public abstract class TenantRow {
  @Id private long id;

  @Column(updatable = false)
  private long tenantId;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;

  /** For Hibernate. */
  protected TenantRow() {
    this(0, 0, Instant.EPOCH);
  }

  /**
   * A new row.
   *
   * @param id from {@link IdSequence}
   * @param tenantId from {@link Tenants}
   */
  protected TenantRow(long id, long tenantId, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /** The row's number. */
  public long id() {
    return id;
  }

  /** The tenant that owns the row. */
  public long tenantId() {
    return tenantId;
  }

  /** When the row came into being. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the row last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Notes a change. */
  protected void touch(Instant now) {
    updatedAt = now;
  }
}
