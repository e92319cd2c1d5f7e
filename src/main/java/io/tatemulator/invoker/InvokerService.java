package io.tatemulator.invoker;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSummary;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.ReferredCommands;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Changes and deletes a tenant's invokers. */
@Service
public class InvokerService {
  private final InvokerRepository invokers;
  private final CommandService commands;
  private final ReferredCommands referred;
  private final InstanceService instances;
  private final Scheduling scheduling;
  private final NextFires nextFires;
  private final Tenants tenants;
  private final LastEvents lastEvents;
  private final Clock clock;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  InvokerService(
      InvokerRepository invokers,
      CommandService commands,
      ReferredCommands referred,
      InstanceService instances,
      Scheduling scheduling,
      NextFires nextFires,
      Tenants tenants,
      LastEvents lastEvents,
      Clock clock,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.invokers = invokers;
    this.commands = commands;
    this.referred = referred;
    this.instances = instances;
    this.scheduling = scheduling;
    this.nextFires = nextFires;
    this.tenants = tenants;
    this.lastEvents = lastEvents;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * Changes an invoker. A new schedule counts from now; without one the next fire is unchanged.
   *
   * @throws ApiException InvalidInvokerId when the invoker is unknown, since this action has no
   *     other code for it; or an error of {@link InvokerCreation#create}
   */
  public void modify(Tenant tenant, String invokerId, InvokerChange change) {
    if (change.parameters() != null) {
      CustomParameters.parse("Parameters", change.parameters());
    }
    commands.withoutDeletions(
        () -> {
          Command command =
              change.commandId() == null ? null : commands.require(tenant, change.commandId());
          if (change.instanceIds() != null) {
            instances
                .resolve(tenants.idOf(tenant), change.instanceIds())
                .requireOnline(change.instanceIds());
          }
          return update(
              tenant,
              invokerId,
              TatError.INVALID_INVOKER_ID,
              (invoker, now) -> apply(change, command, invoker, now));
        });
  }

  private void apply(
      InvokerChange change, @Nullable Command command, Invoker invoker, Instant now) {
    if (command != null) {
      referred.keep(command);
    }
    invoker.apply(change, command == null ? invoker.command() : command, now);
    CommandSummary.of(invoker.command())
        .requireAcceptsParameters(CustomParameters.parse("Parameters", invoker.parameters()));
    if (change.settings() != null) {
      invoker.reschedule(scheduling.read(change.settings(), now));
      rearm(invoker, now);
    }
  }

  /**
   * Enables an invoker, which fires again from now on; missed fires are not made up for.
   *
   * @throws ApiException ResourceNotFound
   */
  public void enable(Tenant tenant, String invokerId) {
    setEnabled(tenant, invokerId, true);
  }

  /**
   * Disables an invoker; the invocations that it has started continue.
   *
   * @throws ApiException ResourceNotFound
   */
  public void disable(Tenant tenant, String invokerId) {
    setEnabled(tenant, invokerId, false);
  }

  /**
   * Deletes an invoker; its records stay.
   *
   * @throws ApiException ResourceNotFound
   */
  public void delete(Tenant tenant, String invokerId) {
    transaction.executeWithoutResult(
        status -> {
          Invoker invoker = lock(tenant, invokerId, TatError.INVOKER_NOT_FOUND);
          invokers.delete(invoker);
          lastEvents.raise(invoker.tenantId(), clock.instant());
        });
  }

  private void setEnabled(Tenant tenant, String invokerId, boolean enabled) {
    update(
        tenant,
        invokerId,
        TatError.INVOKER_NOT_FOUND,
        (invoker, now) -> {
          if (invoker.enabled() != enabled) {
            invoker.setEnabled(enabled, now);
            rearm(invoker, now);
          }
        });
  }

  // It reads the clock once the row is locked: a fire that held the lock must not be due again.
  private String update(
      Tenant tenant, String invokerId, ErrorCode notFound, BiConsumer<Invoker, Instant> change) {
    return transaction.execute(
        status -> {
          Invoker invoker = lock(tenant, invokerId, notFound);
          Instant now = clock.instant();
          change.accept(invoker, now);
          publishDueAt(invoker);
          lastEvents.raise(invoker.tenantId(), now);
          return invoker.invokerId();
        });
  }

  private void rearm(Invoker invoker, Instant now) {
    invoker.setNextFireAt(
        invoker.enabled() ? nextFires.after(now, invoker.number(), invoker.schedule()) : null);
  }

  private void publishDueAt(Invoker invoker) {
    Instant next = invoker.nextFireAt();
    if (next != null) {
      events.publishEvent(new DueAt(next));
    }
  }

  private Invoker lock(Tenant tenant, String invokerId, ErrorCode notFound) {
    OptionalLong number = ResourceId.INVOKER.parse(invokerId);
    if (number.isEmpty()) {
      throw new ApiException(notFound, "InvokerId", invokerId);
    }
    return invokers
        .lock(tenants.idOf(tenant), number.getAsLong())
        .orElseThrow(() -> new ApiException(notFound, "InvokerId", invokerId));
  }
}
