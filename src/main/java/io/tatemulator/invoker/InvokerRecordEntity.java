package io.tatemulator.invoker;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The row of a record; {@link InvokerRecords} writes and reads it. */
@Entity
@Immutable
@Table(name = "invoker_record")
@SuppressWarnings({"UnusedVariable", "NullAway.Init"})
class InvokerRecordEntity {
  @Id private long id;
  private long tenantId;
  private long invokerNumber;
  private long invocationId;
  private Instant dueAt;
  private Instant firedAt;
  private long ordinal;
}
