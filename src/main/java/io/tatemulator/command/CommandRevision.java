package io.tatemulator.command;

import io.tatemulator.support.ResourceId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What a command said at one time. Invocations refer to the revision that they ran, so nothing that
 * has run changes when its command does or goes.
 */
@Entity
@BatchSize(size = 100)
@Immutable
public class CommandRevision {
  @Id private long id;
  private long tenantId;
  private long commandNumber;
  @Embedded private CommandSpec spec;

  // Never read here: CommandRevisions writes it too, and Retention looks at it.
  @SuppressWarnings("UnusedVariable")
  private @Nullable Instant retiredAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected CommandRevision() {}

  /** What a command says now. */
  CommandRevision(long id, long tenantId, long commandNumber, CommandSpec spec) {
    this(id, tenantId, commandNumber, spec, null);
  }

  /**
   * What a command says at one time.
   *
   * @param retiredAt from when on no invocation begins to refer to it; null when there is no end of
   *     that yet
   */
  CommandRevision(
      long id, long tenantId, long commandNumber, CommandSpec spec, @Nullable Instant retiredAt) {
    this.id = id;
    this.tenantId = tenantId;
    this.commandNumber = commandNumber;
    this.spec = spec;
    this.retiredAt = retiredAt;
  }

  /** The revision's own number. */
  public long id() {
    return id;
  }

  /** The tenant that owns it. */
  long tenantId() {
    return tenantId;
  }

  /** The number of the command that said it. */
  public long commandNumber() {
    return commandNumber;
  }

  /** The public identifier of the command that said it. */
  public String commandId() {
    return ResourceId.COMMAND.format(commandNumber);
  }

  /** What it said. */
  public CommandSpec spec() {
    return spec;
  }
}
