package io.tatemulator.invoker;

import io.tatemulator.persistence.TenantGuard;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * The record of a fire of an invoker. It stays when its invoker is deleted, so it names the invoker
 * and does not refer to its row.
 */
@Entity
@Immutable
class InvokerRecord {
  @Id private long id;
  private long tenantId;
  private long invokerNumber;
  private long invocationId;
  private Instant dueAt;
  private Instant firedAt;
  private long ordinal;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected InvokerRecord() {}

  /** Creates the record of a fire. */
  InvokerRecord(NewInvokerRecord fire) {
    this.id = fire.id();
    this.tenantId = fire.invoker().tenantId();
    this.invokerNumber = fire.invoker().number();
    this.invocationId = fire.invocationNumber();
    this.dueAt = fire.invoker().dueAt();
    this.firedAt = fire.firedAt();
    this.ordinal = fire.invoker().fires() + 1;
  }

  @PostLoad
  private void checkTenant() {
    TenantGuard.check(tenantId);
  }

  /** Returns the id of the row. */
  long id() {
    return id;
  }

  /** Returns the id of the tenant that owns the invoker. */
  long tenantId() {
    return tenantId;
  }

  /** Returns the number of the invoker's public identifier. */
  long invokerNumber() {
    return invokerNumber;
  }

  /** Returns the id of the invocation that the fire started. */
  long invocationId() {
    return invocationId;
  }

  /** Returns the instant for which the invoker fired; no other record of it has the same. */
  Instant dueAt() {
    return dueAt;
  }

  /** Returns the actual time of the fire. */
  Instant firedAt() {
    return firedAt;
  }

  /**
   * Returns the 1-based position among the records of the invoker; that of the newest is their
   * number.
   */
  long ordinal() {
    return ordinal;
  }
}
