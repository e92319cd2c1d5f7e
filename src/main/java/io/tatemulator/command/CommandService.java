package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.query.Filter;
import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.storage.IdSequence;
import io.tatemulator.storage.PagedQuery;
import io.tatemulator.storage.Tag;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Tenant;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** A tenant's commands. */
@Service
public class CommandService {
  /** How many commands a tenant may have; the cloud's quota COMMAND. */
  static final int QUOTA = 500;

  private static final String BRIEFS =
      "select c.id, c.number, r.enable_parameter from command c join command_revision r on r.id = c.revision_id"
          + " where c.tenant_id = ? and c.number = any(?)";

  private static final RowMapper<CommandBrief> BRIEF =
      (row, index) -> new CommandBrief(row.getLong(1), row.getLong(2), row.getBoolean(3));

  private final CommandRepository commands;
  private final JdbcTemplate jdbc;
  private final PagedQuery paged;
  private final Tenants tenants;
  private final IdSequence ids;
  private final Clock clock;
  private final List<CommandUse> uses;
  private final TransactionOperations transaction;
  private final ReadWriteLock deletion = new ReentrantReadWriteLock();

  CommandService(
      CommandRepository commands,
      JdbcTemplate jdbc,
      PagedQuery paged,
      Tenants tenants,
      IdSequence ids,
      Clock clock,
      List<CommandUse> uses,
      TransactionOperations transaction) {
    this.commands = commands;
    this.jdbc = jdbc;
    this.paged = paged;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
    this.uses = uses;
    this.transaction = transaction;
  }

  /**
   * Saves a new command.
   *
   * @return its public identifier
   * @throws ApiException CommandNameDuplicated, or UserHasNoQuotaCode
   */
  @Transactional
  public String create(Tenant tenant, CommandSpec spec, List<Tag> tags) {
    long tenantId = tenants.idOf(tenant);
    if (commands.existsByTenantIdAndName(tenantId, spec.name())) {
      throw duplicated(spec);
    }
    if (commands.countByTenantId(tenantId) >= QUOTA) {
      throw new ApiException(ErrorCode.QUOTA_EXCEEDED);
    }
    long id = ids.next();
    try {
      return commands
          .saveAndFlush(new Command(id, tenantId, id, spec, tags, clock.instant()))
          .commandId();
    } catch (DataIntegrityViolationException e) {
      // Another request has taken the name since we looked.
      throw duplicated(spec);
    }
  }

  /** Saves a command under an identifier that is known beforehand, as fixtures have. */
  @Transactional
  public void declare(long tenantId, String commandId, CommandSpec spec) {
    long number =
        ResourceId.COMMAND
            .parse(commandId)
            .orElseThrow(() -> new IllegalArgumentException(commandId));
    commands.saveAndFlush(
        new Command(ids.next(), tenantId, number, spec, List.of(), clock.instant()));
  }

  /**
   * Finds a command.
   *
   * @throws ApiException CommandNotFound
   */
  @Transactional(readOnly = true)
  public Command require(Tenant tenant, String commandId) {
    OptionalLong number = ResourceId.COMMAND.parse(commandId);
    Optional<Command> found =
        number.isEmpty()
            ? Optional.empty()
            : commands.findByTenantIdAndNumber(tenants.idOf(tenant), number.getAsLong());
    return found.orElseThrow(() -> notFound(commandId));
  }

  /**
   * The tenant's commands among some identifiers (none: all) that pass every filter.
   *
   * @param view what to show of a command; it may look into all of it
   */
  @Transactional(readOnly = true)
  public <R> Paged<R> find(
      Tenant tenant,
      List<String> commandIds,
      List<Filter> filters,
      Page page,
      Function<Command, R> view) {
    CommandCondition condition = new CommandCondition(commandIds, filters);
    return paged.find(Command.class, tenants.idOf(tenant), condition, page).map(view);
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
   * Deletes a command; what it has run stays.
   *
   * @throws ApiException CommandNotFound, CommandInInvoker or CommandInExecuting
   */
  public void delete(Tenant tenant, String commandId) {
    deletion.writeLock().lock();
    try {
      transaction.executeWithoutResult(status -> deleteUnused(require(tenant, commandId)));
    } finally {
      deletion.writeLock().unlock();
    }
  }

  private void deleteUnused(Command command) {
    for (CommandUse use : uses) {
      use.refusal(command)
          .ifPresent(
              error -> {
                throw new ApiException(error, "CommandId", command.commandId());
              });
    }
    commands.delete(command);
  }

  private static ApiException duplicated(CommandSpec spec) {
    return new ApiException(ErrorCode.COMMAND_NAME_DUPLICATED, "CommandName", spec.name());
  }

  /** The refusal of a command that does not exist. */
  public static ApiException notFound(String commandId) {
    return new ApiException(ErrorCode.COMMAND_NOT_FOUND, "CommandId", commandId);
  }
}
