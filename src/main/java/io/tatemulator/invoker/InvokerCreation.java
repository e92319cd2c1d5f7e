package io.tatemulator.invoker;

import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSummary;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.invoker.InvokerValidator.References;
import io.tatemulator.persistence.BatchTransaction;
import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.GroupCommit;
import io.tatemulator.support.GroupCommit.Result;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.ClockStore;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final InvokerValidator validator;
  private final InvokerWriter writer;
  private final CommandService commands;
  private final InstanceService instances;
  private final Scheduling scheduling;
  private final Tenants tenants;
  private final IdGenerator ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final GroupCommit<CreateRequest, String> commits =
      new GroupCommit<>(
          "create-invoker", this::createBatch, BatchTransaction::isWorthAnotherAttempt);

  InvokerCreation(
      InvokerValidator validator,
      InvokerWriter writer,
      CommandService commands,
      InstanceService instances,
      Scheduling scheduling,
      Tenants tenants,
      IdGenerator ids,
      Clock clock,
      ApplicationEventPublisher events) {
    this.validator = validator;
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
    return commits.submit(validator.request(tenants.idOf(tenant), draft, clock.instant()));
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
    CreateRequest request = validator.request(tenantId, draft, ClockStore.BUILT_IN_CREATED_AT);
    instances.declareMissing(tenantId, draft.instanceIds());
    References references =
        Objects.requireNonNull(validator.references(List.of(request)).get(tenantId));
    CommandSummary command = references.requireCommand(request);
    // It does not require online agents, since that may change before the invoker fires.
    references.instances().requireExisting(draft.instanceIds());
    NewInvoker invoker = invoker(request, command, ids.next(), number, clock.instant());
    writer.declare(invoker);
    publishFirstFire(List.of(invoker));
  }

  @Override
  public void destroy() throws InterruptedException {
    commits.close();
  }

  private List<Result<String>> createBatch(List<CreateRequest> requests) {
    return commands.withoutDeletions(
        () -> {
          Map<Long, References> references = validator.references(requests);
          List<NewInvoker> accepted = new ArrayList<>(requests.size());
          List<Result<String>> results = new ArrayList<>(requests.size());
          for (CreateRequest request : requests) {
            try {
              NewInvoker invoker =
                  accept(request, Objects.requireNonNull(references.get(request.tenantId())));
              accepted.add(invoker);
              results.add(new Result.Success<>(ResourceId.INVOKER.format(invoker.number())));
            } catch (ApiException e) {
              results.add(new Result.Failure<>(e));
            }
          }
          writer.write(accepted);
          publishFirstFire(accepted);
          return results;
        });
  }

  private NewInvoker accept(CreateRequest request, References references) {
    CommandSummary command = references.requireCommand(request);
    references.instances().requireOnline(request.draft().instanceIds());
    long id = ids.next();
    return invoker(request, command, id, id, request.at());
  }

  private NewInvoker invoker(
      CreateRequest request, CommandSummary command, long id, long number, Instant firesAfter) {
    return new NewInvoker(
        id,
        number,
        request.tenantId(),
        command.id(),
        request.draft(),
        request.schedule(),
        scheduling.nextFire(request.schedule(), firesAfter),
        request.at());
  }

  private void publishFirstFire(List<NewInvoker> invokers) {
    invokers.stream()
        .map(NewInvoker::nextFireAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .ifPresent(next -> events.publishEvent(new DueAt(next)));
  }
}
