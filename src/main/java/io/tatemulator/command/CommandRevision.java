package io.tatemulator.command;

import io.tatemulator.support.ResourceId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;

/**
 * What a command said at one time. Invocations refer to the revision that they ran, so nothing that
 * has run changes when its command does or goes.
 */
@Entity
@BatchSize(size = 100)
@Immutable
public class CommandRevision {
  @Id private long id;
  private long commandNumber;
  @Embedded private CommandSpec spec;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected CommandRevision() {}

  CommandRevision(long id, long commandNumber, CommandSpec spec) {
    this.id = id;
    this.commandNumber = commandNumber;
    this.spec = spec;
  }

  /** The revision's own number. */
  public long id() {
    return id;
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
