package io.tatemulator.command;

import io.tatemulator.persistence.TenantGuard;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import java.time.Instant;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a command; only the time of its retirement changes. Invocations refer to the
 * revision that they ran, so past invocations do not change when their command is modified or
 * deleted.
 */
@Entity
@BatchSize(size = 100)
@DynamicUpdate
public class CommandRevision {
  @Id private long id;
  private long tenantId;
  private long commandNumber;
  @Embedded private CommandSpec spec;

  // Never read here: Retention reads it.
  @SuppressWarnings("UnusedVariable")
  private @Nullable Instant retiredAt;

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected CommandRevision() {}

  /** Creates the current revision of a command. */
  CommandRevision(long id, long tenantId, long commandNumber, CommandSpec spec) {
    this(id, tenantId, commandNumber, spec, null);
  }

  /**
   * Creates a revision.
   *
   * @param retiredAt from when on no new invocation refers to it; null while it is current
   */
  CommandRevision(
      long id, long tenantId, long commandNumber, CommandSpec spec, @Nullable Instant retiredAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.commandNumber = commandNumber;
    this.spec = spec;
    this.retiredAt = retiredAt;
  }

  @PostLoad
  private void checkTenant() {
    TenantGuard.check(tenantId);
  }

  /** Sets from when on no new invocation refers to it. */
  void retire(Instant now) {
    retiredAt = now;
  }

  /** Returns the revision's id. */
  public long id() {
    return id;
  }

  /** Returns the id of its tenant. */
  long tenantId() {
    return tenantId;
  }

  /** Returns the number of its command. */
  public long commandNumber() {
    return commandNumber;
  }

  /** Returns the public identifier of its command. */
  public String commandId() {
    return ResourceId.COMMAND.format(commandNumber);
  }

  /** Returns its specification. */
  public CommandSpec spec() {
    return spec;
  }
}
