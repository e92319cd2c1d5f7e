package io.tatemulator.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import java.time.Instant;

/** The columns of every row of a tenant; {@link PagedQuery} orders by them. */
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
   * Creates a new row.
   *
   * @param id from {@link IdGenerator}
   * @param tenantId the id of the tenant that owns the row
   */
  protected TenantRow(long id, long tenantId, Instant createdAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  @PostLoad
  private void checkTenant() {
    TenantGuard.check(tenantId);
  }

  /** Returns the id of the row. */
  public long id() {
    return id;
  }

  /** Returns the id of the tenant that owns the row. */
  public long tenantId() {
    return tenantId;
  }

  /** Returns when the row was created. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Returns when the row last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Sets the time of the last change. */
  protected void markUpdated(Instant now) {
    updatedAt = now;
  }
}
