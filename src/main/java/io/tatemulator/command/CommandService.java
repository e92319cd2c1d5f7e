package io.tatemulator.command;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.query.Filter;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.support.Tenant;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.ClockStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Manages the commands of tenants. */
@Service
public class CommandService {
  /** The maximum number of commands of a tenant; the cloud's quota COMMAND. */
  public static final int QUOTA = 500;

  private final CommandRepository commands;
  private final CommandRevisions revisions;
  private final PagedQuery pagedQuery;
  private final Tenants tenants;
  private final IdGenerator ids;
  private final Clock clock;
  private final List<CommandDeletionGuard> deletionGuards;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final ReadTransaction readTransaction;
  private final ReadWriteLock deletion = new ReentrantReadWriteLock();

  CommandService(
      CommandRepository commands,
      CommandRevisions revisions,
      PagedQuery pagedQuery,
      Tenants tenants,
      IdGenerator ids,
      Clock clock,
      List<CommandDeletionGuard> deletionGuards,
      LastEvents lastEvents,
      TransactionOperations transaction,
      ReadTransaction readTransaction) {
    this.commands = commands;
    this.revisions = revisions;
    this.pagedQuery = pagedQuery;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
    this.deletionGuards = deletionGuards;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.readTransaction = readTransaction;
  }

  /**
   * Saves a new command.
   *
   * @return its first revision
   * @throws ApiException CommandNameDuplicated, or UserHasNoQuotaCode
   */
  public CommandRevision save(Tenant tenant, CommandSpec spec, List<Tag> tags) {
    return transaction.execute(status -> insert(tenant, spec, tags));
  }

  private CommandRevision insert(Tenant tenant, CommandSpec spec, List<Tag> tags) {
    long tenantId = tenants.idOf(tenant);
    long id = ids.next();
    CommandSpec named = spec.name().isEmpty() ? spec.withName(ResourceId.COMMAND.format(id)) : spec;
    claimName(tenantId, named.name());
    if (count(tenant) >= QUOTA) {
      throw new ApiException(TatError.QUOTA_EXCEEDED);
    }
    Instant now = clock.instant();
    Command command = new Command(id, tenantId, id, Command.Creator.USER, named, tags, now);
    commands.saveAndFlush(command);
    lastEvents.raise(tenantId, now);
    return command.revision();
  }

  /** Saves a command with a given identifier, for fixtures and public commands. */
  public void declare(long tenantId, String commandId, Command.Creator creator, CommandSpec spec) {
    declare(tenantId, commandId, creator, spec, List.of());
  }

  /** Saves a command with a given identifier and tags. */
  public void declare(
      long tenantId, String commandId, Command.Creator creator, CommandSpec spec, List<Tag> tags) {
    long number =
        ResourceId.COMMAND
            .parse(commandId)
            .orElseThrow(
                () -> new ApiException(TatError.INVALID_COMMAND_ID, "CommandId", commandId));
    commands.saveAndFlush(
        new Command(
            ids.next(), tenantId, number, creator, spec, tags, ClockStore.BUILT_IN_CREATED_AT));
  }

  /**
   * Finds a command.
   *
   * @throws ApiException CommandNotFound
   */
  public Command require(Tenant tenant, String commandId) {
    return readTransaction.run(() -> require(commands::findByTenantIdAndNumber, tenant, commandId));
  }

  private Command require(
      BiFunction<Long, Long, Optional<Command>> finder, Tenant tenant, String commandId) {
    OptionalLong number = ResourceId.COMMAND.parse(commandId);
    Optional<Command> found =
        number.isEmpty()
            ? Optional.empty()
            : finder.apply(tenants.idOf(tenant), number.getAsLong());
    return found.orElseThrow(() -> notFound(commandId));
  }

  /**
   * Ensures that no other command of the tenant has a name, or gets it before the current
   * transaction ends. To avoid deadlocks, lock a command before its name.
   */
  private void claimName(long tenantId, String name) {
    tenants.lock(tenantId);
    if (commands.existsByTenantIdAndCreatedByAndName(tenantId, Command.Creator.USER, name)) {
      throw new ApiException(TatError.COMMAND_NAME_DUPLICATED, "CommandName", name);
    }
  }

  /**
   * Finds the tenant's commands with some identifiers (empty: all) that match every filter.
   *
   * @param view maps a command to a result; it can read all of the command
   */
  public <R> Paged<R> find(
      Tenant tenant,
      List<String> commandIds,
      List<Filter> filters,
      Page page,
      Function<Command, R> view) {
    CommandCondition condition = new CommandCondition(commandIds, filters);
    return readTransaction.run(
        () -> pagedQuery.find(Command.class, tenants.idOf(tenant), condition, page).map(view));
  }

  /** Returns summaries of the existing ones of some commands, by public identifier. */
  public Map<String, CommandSummary> summaries(long tenantId, Collection<String> commandIds) {
    Long[] numbers = ResourceId.COMMAND.numbers(commandIds).toArray(Long[]::new);
    return commands.findSummaries(tenantId, numbers).stream()
        .collect(Collectors.toMap(CommandSummary::commandId, Function.identity()));
  }

  /**
   * Runs work while no command can be deleted, so that a command that it finds exists until the
   * end. H2 does not prevent a row's deletion while another transaction adds a reference to it: it
   * checks foreign keys against committed rows.
   */
  public <T> T withoutDeletions(Supplier<T> work) {
    deletion.readLock().lock();
    try {
      return work.get();
    } finally {
      deletion.readLock().unlock();
    }
  }

  /**
   * Changes a command. Past invocations keep their content; invokers run the new content from their
   * next fire on.
   *
   * @throws ApiException CommandNotFound, CommandNameDuplicated, or the error of a rule that the
   *     result violates
   */
  public void modify(Tenant tenant, String commandId, CommandChange change) {
    transaction.executeWithoutResult(status -> modify(lockOwn(tenant, commandId), change));
  }

  private void modify(Command command, CommandChange change) {
    CommandSpec spec = change.applyTo(command.spec());
    if (!spec.name().equals(command.spec().name())) {
      claimName(command.tenantId(), spec.name());
    }
    Instant now = clock.instant();
    revisions.retire(command.revision(), now);
    command.revise(ids.next(), spec, now);
    commands.saveAndFlush(command);
    lastEvents.raise(command.tenantId(), now);
  }

  /** Returns the number of commands that a tenant has created. */
  public long count(Tenant tenant) {
    return commands.countByTenantIdAndCreatedBy(tenants.idOf(tenant), Command.Creator.USER);
  }

  /**
   * Deletes commands, all or none; their invocations stay.
   *
   * @throws ApiException CommandNotFound, CommandInInvoker or CommandInExecuting
   */
  public void delete(Tenant tenant, Collection<String> commandIds) {
    deletion.writeLock().lock();
    try {
      transaction.executeWithoutResult(
          status -> {
            Instant now = clock.instant();
            commandIds.forEach(commandId -> deleteUnused(lockOwn(tenant, commandId), now));
            lastEvents.raise(tenants.idOf(tenant), now);
          });
    } finally {
      deletion.writeLock().unlock();
    }
  }

  private Command lockOwn(Tenant tenant, String commandId) {
    Command command = require(commands::lock, tenant, commandId);
    if (command.createdBy() == Command.Creator.TAT) {
      throw new ApiException(TatError.PUBLIC_COMMAND, "CommandId", commandId);
    }
    return command;
  }

  private void deleteUnused(Command command, Instant now) {
    for (CommandDeletionGuard guard : deletionGuards) {
      guard
          .deletionError(command)
          .ifPresent(
              error -> {
                throw new ApiException(error, "CommandId", command.commandId());
              });
    }
    commands.delete(command);
    revisions.retire(command.revision(), now);
  }

  /** Creates the error for a command that does not exist. */
  public static ApiException notFound(String commandId) {
    return new ApiException(TatError.COMMAND_NOT_FOUND, "CommandId", commandId);
  }
}
