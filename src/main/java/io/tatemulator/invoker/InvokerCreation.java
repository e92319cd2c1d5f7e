package io.tatemulator.invoker;

import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSummary;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.instance.ResolvedInstances;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.storage.IdGenerator;
import io.tatemulator.storage.Tenants;
import io.tatemulator.support.GroupCommit;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
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
 * Creates invokers. Requests that arrive together are validated and written together, since the
 * commit is the expensive part: each request gets its response when its own invoker is on disk, and
 * an error for its own invoker only.
 */
@Service
public class InvokerCreation implements DisposableBean {
  /** A request, validated as far as possible without the database. */
  private record CreateRequest(
      long tenantId,
      InvokerDraft draft,
      Map<String, String> parameters,
      Schedule schedule,
      Instant at) {}

  /** The commands and instances to which the requests of one tenant refer. */
  private record References(Map<String, CommandSummary> commands, ResolvedInstances instances) {}

  private final InvokerWriter writer;
  private final CommandService commands;
  private final InstanceService instances;
  private final Scheduling scheduling;
  private final Tenants tenants;
  private final IdGenerator ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final GroupCommit<CreateRequest, String> commits =
      new GroupCommit<>("create-invoker", this::createBatch);

  InvokerCreation(
      InvokerWriter writer,
      CommandService commands,
      InstanceService instances,
      Scheduling scheduling,
      Tenants tenants,
      IdGenerator ids,
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
   * Creates an enabled invoker.
   *
   * @return its public identifier
   * @throws ApiException the error of the schedule, the parameters, the command or the instances,
   *     in this order
   */
  public String create(Tenant tenant, InvokerDraft draft) {
    return commits.submit(request(tenants.idOf(tenant), draft, clock.instant()));
  }

  /**
   * Creates an invoker of the initial state, in the running transaction.
   *
   * @param invokerId its public identifier
   * @throws ApiException as {@link #create}; a time that has passed is valid, and never due
   */
  public void declare(long tenantId, String invokerId, InvokerDraft draft) {
    long number =
        ResourceId.INVOKER
            .parse(invokerId)
            .orElseThrow(
                () -> new ApiException(TatError.INVALID_INVOKER_ID, "InvokerId", invokerId));
    CreateRequest request = request(tenantId, draft, ClockStore.BUILT_IN_CREATED_AT);
    instances.declareMissing(tenantId, draft.instanceIds());
    References references = Objects.requireNonNull(references(List.of(request)).get(tenantId));
    CommandSummary command = requireCommand(request, references);
    // It does not require online agents, since that may change before the invoker fires.
    references.instances().requireExisting(draft.instanceIds());
    Instant next = scheduling.nextFire(request.schedule(), clock.instant());
    writer.declare(newInvoker(request, command, number, next));
    if (next != null) {
      events.publishEvent(new DueAt(next));
    }
  }

  private CreateRequest request(long tenantId, InvokerDraft draft, Instant at) {
    if (draft.settings() == null) {
      throw new ApiException(ProtocolError.PARAMETER_NOT_VALID, "ScheduleSettings");
    }
    Schedule schedule = scheduling.read(draft.settings(), at);
    Map<String, String> parameters = CustomParameters.parse("Parameters", draft.parameters());
    return new CreateRequest(tenantId, draft, parameters, schedule, at);
  }

  private NewInvoker newInvoker(
      CreateRequest request,
      CommandSummary command,
      @Nullable Long number,
      @Nullable Instant next) {
    long id = ids.next();
    return new NewInvoker(
        id,
        number == null ? id : number,
        request.tenantId(),
        command.id(),
        request.draft(),
        request.schedule(),
        next,
        request.at());
  }

  @Override
  public void destroy() throws InterruptedException {
    commits.close();
  }

  private List<Supplier<String>> createBatch(List<CreateRequest> requests) {
    return commands.withoutDeletions(
        () -> {
          Map<Long, References> references = references(requests);
          List<Supplier<String>> responses = new ArrayList<>(requests.size());
          List<NewInvoker> accepted = new ArrayList<>(requests.size());
          for (CreateRequest request : requests) {
            responses.add(accept(request, references, accepted));
          }
          writer.write(accepted);
          accepted.stream()
              .map(NewInvoker::nextFireAt)
              .filter(Objects::nonNull)
              .min(Comparator.naturalOrder())
              .ifPresent(next -> events.publishEvent(new DueAt(next)));
          return responses;
        });
  }

  private Supplier<String> accept(
      CreateRequest request, Map<Long, References> references, List<NewInvoker> accepted) {
    try {
      CommandSummary command =
          check(request, Objects.requireNonNull(references.get(request.tenantId())));
      Instant next = scheduling.nextFire(request.schedule(), request.at());
      NewInvoker invoker = newInvoker(request, command, null, next);
      accepted.add(invoker);
      String invokerId = ResourceId.INVOKER.format(invoker.number());
      return () -> invokerId;
    } catch (ApiException e) {
      return () -> {
        throw e;
      };
    }
  }

  private static CommandSummary check(CreateRequest request, References references) {
    CommandSummary command = requireCommand(request, references);
    references.instances().requireOnline(request.draft().instanceIds());
    return command;
  }

  private static CommandSummary requireCommand(CreateRequest request, References references) {
    InvokerDraft draft = request.draft();
    CommandSummary command = references.commands().get(draft.commandId());
    if (command == null) {
      throw CommandService.notFound(draft.commandId());
    }
    command.requireAcceptsParameters(request.parameters());
    return command;
  }

  private Map<Long, References> references(List<CreateRequest> requests) {
    Map<Long, List<InvokerDraft>> drafts = new HashMap<>();
    requests.forEach(
        request ->
            drafts
                .computeIfAbsent(request.tenantId(), tenant -> new ArrayList<>())
                .add(request.draft()));
    Map<Long, References> references = new HashMap<>();
    drafts.forEach(
        (tenantId, tenantDrafts) ->
            references.put(
                tenantId,
                new References(
                    commands.summaries(
                        tenantId,
                        tenantDrafts.stream().map(InvokerDraft::commandId).distinct().toList()),
                    instances.resolve(
                        tenantId,
                        tenantDrafts.stream()
                            .map(InvokerDraft::instanceIds)
                            .flatMap(Collection::stream)
                            .distinct()
                            .toList()))));
    return references;
  }
}
