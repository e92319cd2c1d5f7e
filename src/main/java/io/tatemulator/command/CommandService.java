package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.query.Filter;
import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.storage.IdSequence;
import io.tatemulator.storage.LastEvents;
import io.tatemulator.storage.PagedQuery;
import io.tatemulator.storage.ReadTransaction;
import io.tatemulator.storage.Tag;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** A tenant's commands. */
@Service
public class CommandService {
  /** How many commands a tenant may have; the cloud's quota COMMAND. */
  public static final int QUOTA = 500;

  private static final String BRIEFS =
      "select c.id, c.number, r.enable_parameter, case when r.enable_parameter then r.content end,"
          + " r.default_parameters from command c join command_revision r on r.id = c.revision_id"
          + " where c.tenant_id = ? and c.number = any(?)";

  private static final RowMapper<CommandBrief> BRIEF =
      (row, index) ->
          new CommandBrief(
              row.getLong(1),
              row.getLong(2),
              row.getBoolean(3),
              Objects.requireNonNullElse(row.getString(4), ""),
              row.getString(5));

  private final CommandRepository commands;
  private final JdbcTemplate jdbc;
  private final CommandRevisions revisions;
  private final PagedQuery paged;
  private final Tenants tenants;
  private final IdSequence ids;
  private final Clock clock;
  private final List<CommandUse> uses;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final ReadTransaction reading;
  private final ReadWriteLock deletion = new ReentrantReadWriteLock();

  CommandService(
      CommandRepository commands,
      JdbcTemplate jdbc,
      CommandRevisions revisions,
      PagedQuery paged,
      Tenants tenants,
      IdSequence ids,
      Clock clock,
      List<CommandUse> uses,
      LastEvents lastEvents,
      TransactionOperations transaction,
      ReadTransaction reading) {
    this.commands = commands;
    this.jdbc = jdbc;
    this.revisions = revisions;
    this.paged = paged;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
    this.uses = uses;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.reading = reading;
  }

  /**
   * Saves a new command.
   *
   * @return what it says
   * @throws ApiException CommandNameDuplicated, or UserHasNoQuotaCode
   */
  public CommandRevision save(Tenant tenant, CommandSpec spec, List<Tag> tags) {
    return transaction.execute(status -> saved(tenant, spec, tags));
  }

  private CommandRevision saved(Tenant tenant, CommandSpec spec, List<Tag> tags) {
    long tenantId = tenants.idOf(tenant);
    long id = ids.next();
    CommandSpec named = spec.name().isEmpty() ? spec.withName(ResourceId.COMMAND.format(id)) : spec;
    claimName(tenantId, named.name());
    if (count(tenant) >= QUOTA) {
      throw new ApiException(ErrorCode.QUOTA_EXCEEDED);
    }
    Instant now = clock.instant();
    Command command = new Command(id, tenantId, id, Command.Creator.USER, named, tags, now);
    commands.saveAndFlush(command);
    lastEvents.raise(tenantId, now);
    return command.revision();
  }

  /**
   * Saves a command under an identifier that is known beforehand, as fixtures and public commands
   * have.
   */
  public void declare(long tenantId, String commandId, Command.Creator creator, CommandSpec spec) {
    declare(tenantId, commandId, creator, spec, List.of());
  }

  /** The same, with tags. */
  public void declare(
      long tenantId, String commandId, Command.Creator creator, CommandSpec spec, List<Tag> tags) {
    long number =
        ResourceId.COMMAND
            .parse(commandId)
            .orElseThrow(
                () -> new ApiException(ErrorCode.INVALID_COMMAND_ID, "CommandId", commandId));
    commands.saveAndFlush(
        new Command(ids.next(), tenantId, number, creator, spec, tags, ClockStore.BEGINNING));
  }

  /**
   * Finds a command.
   *
   * @throws ApiException CommandNotFound
   */
  public Command require(Tenant tenant, String commandId) {
    return reading.run(() -> require(commands::findByTenantIdAndNumber, tenant, commandId));
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
   * Makes sure that no other command of the tenant's own has a name, nor gets it before the running
   * transaction has ended. Who locks a command as well locks that one first, so that no two wait
   * for each other.
   */
  private void claimName(long tenantId, String name) {
    tenants.lock(tenantId);
    if (commands.existsByTenantIdAndCreatedByAndName(tenantId, Command.Creator.USER, name)) {
      throw new ApiException(ErrorCode.COMMAND_NAME_DUPLICATED, "CommandName", name);
    }
  }

  /**
   * The tenant's commands among some identifiers (none: all) that pass every filter.
   *
   * @param view what to show of a command; it may look into all of it
   */
  public <R> Paged<R> find(
      Tenant tenant,
      List<String> commandIds,
      List<Filter> filters,
      Page page,
      Function<Command, R> view) {
    CommandCondition condition = new CommandCondition(commandIds, filters);
    return reading.run(
        () -> paged.find(Command.class, tenants.idOf(tenant), condition, page).map(view));
  }

  /** Those of some commands of a tenant that exist, by public identifier. */
  public Map<String, CommandBrief> briefs(long tenantId, Collection<String> commandIds) {
    Object[] numbers = ResourceId.COMMAND.numbers(commandIds).toArray();
    return jdbc.query(BRIEFS, BRIEF, tenantId, numbers).stream()
        .collect(Collectors.toMap(CommandBrief::commandId, Function.identity()));
  }

  /**
   * Does something during which no command is deleted, so that a command which was found is still
   * there at its end. H2 would let a row and its new referrer pass each other: it checks foreign
   * keys against what has been committed.
   */
  public <T> T whileKept(Supplier<T> work) {
    deletion.readLock().lock();
    try {
      return work.get();
    } finally {
      deletion.readLock().unlock();
    }
  }

  /**
   * Changes a command. What has run keeps what it ran; invokers run the new content from their next
   * fire on.
   *
   * @throws ApiException CommandNotFound, CommandNameDuplicated, or the error of a rule that the
   *     result breaks
   */
  public void modify(Tenant tenant, String commandId, CommandChange change) {
    transaction.executeWithoutResult(status -> modify(own(tenant, commandId), change));
  }

  private void modify(Command command, CommandChange change) {
    CommandSpec spec = change.over(command.spec());
    if (!spec.name().equals(command.spec().name())) {
      claimName(command.tenantId(), spec.name());
    }
    Instant now = clock.instant();
    revisions.retire(command.revision(), now);
    command.revise(ids.next(), spec, now);
    commands.saveAndFlush(command);
    lastEvents.raise(command.tenantId(), now);
  }

  /** How many commands of its own a tenant has. */
  public long count(Tenant tenant) {
    return commands.countByTenantIdAndCreatedBy(tenants.idOf(tenant), Command.Creator.USER);
  }

  /**
   * Deletes commands, all or none; what they have run stays.
   *
   * @throws ApiException CommandNotFound, CommandInInvoker or CommandInExecuting
   */
  public void delete(Tenant tenant, Collection<String> commandIds) {
    deletion.writeLock().lock();
    try {
      transaction.executeWithoutResult(
          status -> {
            Instant now = clock.instant();
            commandIds.forEach(commandId -> deleteUnused(own(tenant, commandId), now));
            lastEvents.raise(tenants.idOf(tenant), now);
          });
    } finally {
      deletion.writeLock().unlock();
    }
  }

  private Command own(Tenant tenant, String commandId) {
    Command command = require(commands::lock, tenant, commandId);
    if (command.createdBy() == Command.Creator.TAT) {
      throw new ApiException(ErrorCode.PUBLIC_COMMAND, "CommandId", commandId);
    }
    return command;
  }

  private void deleteUnused(Command command, Instant now) {
    for (CommandUse use : uses) {
      use.refusal(command)
          .ifPresent(
              error -> {
                throw new ApiException(error, "CommandId", command.commandId());
              });
    }
    commands.delete(command);
    revisions.retire(command.revision(), now);
  }

  /** The refusal of a command that does not exist. */
  public static ApiException notFound(String commandId) {
    return new ApiException(ErrorCode.COMMAND_NOT_FOUND, "CommandId", commandId);
  }
}
