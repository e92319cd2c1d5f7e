package io.tatemulator.invoker;

import io.tatemulator.persistence.TenantGuard;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * The record of a fire of an invoker. It stays when its invoker is deleted, so it names the invoker
 * and does not refer to its row. Queries read its columns.
 */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable")
class InvokerRecord {
  @Id private long id;
  private long tenantId;
  private long invokerNumber;
  private long invocationId;

  // No other record of the invoker has the same.
  private Instant dueAt;

  private Instant firedAt;

  // The 1-based position among the records of the invoker; that of the newest is their number.
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
}
