package io.tatemulator.command;

import io.tatemulator.storage.IdSequence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The revisions that are not, or no longer, the current one of a command. Each is kept for the
 * invocations that refer to it, with the time from which on no further invocation can.
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

  /** Notes in the running transaction that a revision is no longer its command's current one. */
  void retire(CommandRevision revision, Instant now) {
    jdbc.update(RETIRE, now.toEpochMilli(), revision.id());
  }

  private CommandRevision persisted(CommandRevision revision) {
    transaction.executeWithoutResult(status -> entities.persist(revision));
    return revision;
  }
}
