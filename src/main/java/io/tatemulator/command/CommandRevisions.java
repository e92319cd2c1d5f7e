package io.tatemulator.command;

import io.tatemulator.persistence.IdGenerator;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Creates and retires revisions that are not the current one of a command. Each is stored for the
 * invocations that refer to it, with the time from which on no new invocation can.
 */
@Component
public class CommandRevisions {
  private final EntityManager entities;
  private final IdGenerator ids;
  private final Clock clock;
  private final TransactionOperations transaction;

  CommandRevisions(
      EntityManager entities, IdGenerator ids, Clock clock, TransactionOperations transaction) {
    this.entities = entities;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Creates the revision of a command that runs without being saved, under an identifier that stays
   * unique.
   */
  public CommandRevision adHocRevision(long tenantId, CommandSpec spec) {
    long id = ids.next();
    return persist(new CommandRevision(id, tenantId, id, spec, clock.instant()));
  }

  /** Returns the revision for running a command with overrides; the original if they are equal. */
  public CommandRevision revisionFor(CommandRevision original, CommandSpec spec) {
    return spec.equals(original.spec())
        ? original
        : persist(
            new CommandRevision(
                ids.next(), original.tenantId(), original.commandNumber(), spec, clock.instant()));
  }

  /** Marks a revision, in the current transaction, as no longer its command's current one. */
  void retire(CommandRevision revision, Instant now) {
    revision.retire(now);
  }

  private CommandRevision persist(CommandRevision revision) {
    transaction.executeWithoutResult(status -> entities.persist(revision));
    return revision;
  }
}
