package io.tatemulator.invoker;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandBrief;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.storage.LastEvents;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Tenant;
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
   * Changes an invoker. A new schedule counts from now; without one the next fire stays as it is.
   *
   * @throws ApiException InvalidInvokerId when there is no such invoker, since this action has no
   *     other code for it; or an error as for {@link InvokerCreation#create}
   */
  public void modify(Tenant tenant, String invokerId, InvokerChange change) {
    if (change.parameters() != null) {
      CustomParameters.parse("Parameters", change.parameters());
    }
    commands.whileKept(
        () -> {
          Command command =
              change.commandId() == null ? null : commands.require(tenant, change.commandId());
          if (change.instanceIds() != null) {
            instances
                .known(tenants.idOf(tenant), change.instanceIds())
                .requireOnline(change.instanceIds());
          }
          return update(
              tenant,
              invokerId,
              ErrorCode.INVALID_INVOKER_ID,
              (invoker, now) -> apply(change, command, invoker, now));
        });
  }

  private void apply(
      InvokerChange change, @Nullable Command command, Invoker invoker, Instant now) {
    invoker.apply(change, command == null ? invoker.command() : command, now);
    CommandBrief.of(invoker.command())
        .requireTakes(CustomParameters.parse("Parameters", invoker.parameters()));
    if (change.settings() != null) {
      invoker.reschedule(scheduling.read(change.settings(), now));
      rearm(invoker, now);
    }
  }

  /**
   * Lets an invoker fire again from now on; what it has missed is not made up for.
   *
   * @throws ApiException ResourceNotFound
   */
  public void enable(Tenant tenant, String invokerId) {
    turn(tenant, invokerId, true);
  }

  /**
   * Keeps an invoker from firing; what it has begun goes on.
   *
   * @throws ApiException ResourceNotFound
   */
  public void disable(Tenant tenant, String invokerId) {
    turn(tenant, invokerId, false);
  }

  /**
   * Deletes an invoker; its records stay.
   *
   * @throws ApiException ResourceNotFound
   */
  public void delete(Tenant tenant, String invokerId) {
    transaction.executeWithoutResult(
        status -> {
          Invoker invoker = lock(tenant, invokerId, ErrorCode.INVOKER_NOT_FOUND);
          invokers.delete(invoker);
          lastEvents.raise(invoker.tenantId(), clock.instant());
        });
  }

  private void turn(Tenant tenant, String invokerId, boolean on) {
    update(
        tenant,
        invokerId,
        ErrorCode.INVOKER_NOT_FOUND,
        (invoker, now) -> {
          if (invoker.enabled() != on) {
            invoker.enable(on, now);
            rearm(invoker, now);
          }
        });
  }

  // The clock is read once the row is ours: a fire that we waited for must not be due again.
  private String update(
      Tenant tenant, String invokerId, ErrorCode unknown, BiConsumer<Invoker, Instant> change) {
    return transaction.execute(
        status -> {
          Invoker invoker = lock(tenant, invokerId, unknown);
          Instant now = clock.instant();
          change.accept(invoker, now);
          announce(invoker);
          lastEvents.raise(invoker.tenantId(), now);
          return invoker.invokerId();
        });
  }

  private void rearm(Invoker invoker, Instant now) {
    invoker.arm(
        invoker.enabled() ? nextFires.after(now, invoker.number(), invoker.schedule()) : null);
  }

  private void announce(Invoker invoker) {
    Instant next = invoker.nextFireAt();
    if (next != null) {
      events.publishEvent(new DueAt(next));
    }
  }

  private Invoker lock(Tenant tenant, String invokerId, ErrorCode unknown) {
    OptionalLong number = ResourceId.INVOKER.parse(invokerId);
    if (number.isEmpty()) {
      throw new ApiException(unknown, "InvokerId", invokerId);
    }
    return invokers
        .lock(tenants.idOf(tenant), number.getAsLong())
        .orElseThrow(() -> new ApiException(unknown, "InvokerId", invokerId));
  }
}
