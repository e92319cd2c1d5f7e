package io.tatemulator.command;

import io.tatemulator.storage.IdSequence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The revisions that no command says, or none says any more. Each is kept for the invocations that
 * refer to it, and knows from when on none can begin to.
 */
@Component
public class CommandRevisions {
  private static final String RETIRE = "update command_revision set retired_at = ? where id = ?";

  private final EntityManager entities;
  private final JdbcTemplate jdbc;
  private final IdSequence ids;
  private final Clock clock;
  private final TransactionOperations transaction;

  CommandRevisions(
      EntityManager entities,
      JdbcTemplate jdbc,
      IdSequence ids,
      Clock clock,
      TransactionOperations transaction) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * The revision of a command that is run without being saved, under an identifier that nothing
   * else will have.
   */
  public CommandRevision unsaved(long tenantId, CommandSpec spec) {
    long id = ids.next();
    return persisted(new CommandRevision(id, tenantId, id, spec, clock.instant()));
  }

  /** The revision for running a command in a variant of what it says. */
  public CommandRevision variant(CommandRevision original, CommandSpec spec) {
    return spec.equals(original.spec())
        ? original
        : persisted(
            new CommandRevision(
                ids.next(), original.tenantId(), original.commandNumber(), spec, clock.instant()));
  }

  /** Notes in the running transaction that its command says a revision no longer. */
  void retire(CommandRevision revision, Instant now) {
    jdbc.update(RETIRE, now.toEpochMilli(), revision.id());
  }

  private CommandRevision persisted(CommandRevision revision) {
    transaction.executeWithoutResult(status -> entities.persist(revision));
    return revision;
  }
}
