package io.tatemulator.invoker;

import io.tatemulator.command.CommandBrief;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.instance.KnownInstances;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.storage.IdSequence;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Batcher;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockStore;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Creates invokers. Requests that arrive together are checked and written together, since it is the
 * commit that costs: each caller is answered when its own invoker is on disk, and refused for its
 * own faults only.
 */
@Service
public class InvokerCreation implements DisposableBean {
  /** What has been asked for, as far as it can be checked without the database. */
  private record Order(
      long tenantId,
      InvokerDraft draft,
      Map<String, String> parameters,
      Schedule schedule,
      Instant at) {}

  /** What the orders of one tenant refer to. */
  private record References(Map<String, CommandBrief> commands, KnownInstances instances) {}

  private final InvokerWriter writer;
  private final CommandService commands;
  private final InstanceService instances;
  private final Scheduling scheduling;
  private final Tenants tenants;
  private final IdSequence ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Batcher<Order, String> batcher = new Batcher<>("create-invoker", this::answer);

  InvokerCreation(
      InvokerWriter writer,
      CommandService commands,
      InstanceService instances,
      Scheduling scheduling,
      Tenants tenants,
      IdSequence ids,
      Clock clock,
      ApplicationEventPublisher events) {
    this.writer = writer;
    this.commands = commands;
    this.instances = instances;
    this.scheduling = scheduling;
    this.tenants = tenants;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Saves a new invoker, enabled.
   *
   * @return its public identifier
   * @throws ApiException the error of the schedule, the parameters, the command or the instances,
   *     in this order
   */
  public String create(Tenant tenant, InvokerDraft draft) {
    return batcher.ask(order(tenants.idOf(tenant), draft, clock.instant()));
  }

  /**
   * Saves an invoker that exists from the first, in the running transaction.
   *
   * @param invokerId its public identifier
   * @throws ApiException as {@link #create}; a time that has passed is no error, and never due
   */
  public void declare(long tenantId, String invokerId, InvokerDraft draft) {
    long number =
        ResourceId.INVOKER
            .parse(invokerId)
            .orElseThrow(
                () -> new ApiException(ErrorCode.INVALID_INVOKER_ID, "InvokerId", invokerId));
    Order order = order(tenantId, draft, ClockStore.BEGINNING);
    instances.declareMissing(tenantId, draft.instanceIds());
    References references = Objects.requireNonNull(references(List.of(order)).get(tenantId));
    CommandBrief command = checkCommand(order, references);
    // Not that its agent is online: that may change before it fires.
    references.instances().requireKnown(draft.instanceIds());
    Instant next = scheduling.nextFire(order.schedule(), clock.instant());
    writer.declare(row(order, command, number, next));
    if (next != null) {
      events.publishEvent(new DueAt(next));
    }
  }

  private Order order(long tenantId, InvokerDraft draft, Instant at) {
    if (draft.settings() == null) {
      throw new ApiException(ErrorCode.PARAMETER_NOT_VALID, "ScheduleSettings");
    }
    Schedule schedule = scheduling.read(draft.settings(), at);
    Map<String, String> parameters = CustomParameters.parse("Parameters", draft.parameters());
    return new Order(tenantId, draft, parameters, schedule, at);
  }

  private NewInvoker row(
      Order order, CommandBrief command, @Nullable Long number, @Nullable Instant next) {
    long id = ids.next();
    return new NewInvoker(
        id,
        number == null ? id : number,
        order.tenantId(),
        command.row(),
        order.draft(),
        order.schedule(),
        next,
        order.at());
  }

  @Override
  public void destroy() throws InterruptedException {
    batcher.close();
  }

  private List<Supplier<String>> answer(List<Order> orders) {
    return commands.whileKept(
        () -> {
          Map<Long, References> references = references(orders);
          List<Supplier<String>> answers = new ArrayList<>(orders.size());
          List<NewInvoker> accepted = new ArrayList<>(orders.size());
          for (Order order : orders) {
            answers.add(accept(order, references, accepted));
          }
          writer.write(accepted);
          accepted.stream()
              .map(NewInvoker::nextFireAt)
              .filter(Objects::nonNull)
              .min(Comparator.naturalOrder())
              .ifPresent(next -> events.publishEvent(new DueAt(next)));
          return answers;
        });
  }

  private Supplier<String> accept(
      Order order, Map<Long, References> references, List<NewInvoker> accepted) {
    try {
      CommandBrief command = check(order, Objects.requireNonNull(references.get(order.tenantId())));
      Instant next = scheduling.nextFire(order.schedule(), order.at());
      NewInvoker invoker = row(order, command, null, next);
      accepted.add(invoker);
      String invokerId = ResourceId.INVOKER.format(invoker.number());
      return () -> invokerId;
    } catch (ApiException refusal) {
      return () -> {
        throw refusal;
      };
    }
  }

  private static CommandBrief check(Order order, References references) {
    CommandBrief command = checkCommand(order, references);
    references.instances().requireOnline(order.draft().instanceIds());
    return command;
  }

  private static CommandBrief checkCommand(Order order, References references) {
    InvokerDraft draft = order.draft();
    CommandBrief command = references.commands().get(draft.commandId());
    if (command == null) {
      throw CommandService.notFound(draft.commandId());
    }
    command.requireTakes(order.parameters());
    return command;
  }

  private Map<Long, References> references(List<Order> orders) {
    Map<Long, List<InvokerDraft>> drafts = new HashMap<>();
    orders.forEach(
        order ->
            drafts
                .computeIfAbsent(order.tenantId(), tenant -> new ArrayList<>())
                .add(order.draft()));
    Map<Long, References> references = new HashMap<>();
    drafts.forEach(
        (tenantId, ofTenant) ->
            references.put(
                tenantId,
                new References(
                    commands.briefs(
                        tenantId,
                        ofTenant.stream().map(InvokerDraft::commandId).distinct().toList()),
                    instances.known(
                        tenantId,
                        ofTenant.stream()
                            .map(InvokerDraft::instanceIds)
                            .flatMap(Collection::stream)
                            .distinct()
                            .toList()))));
    return references;
  }
}
