package io.tatemulator.invoker;

import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSummary;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.instance.ResolvedInstances;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Validates requests to create invokers, in two steps: each by itself, then against the commands
 * and instances to which it refers, which are read for many requests together.
 */
@Component
final class InvokerValidator {
  /** The commands and instances to which the requests of one tenant refer. */
  record References(Map<String, CommandSummary> commands, ResolvedInstances instances) {
    /**
     * Returns the command of a request that may run it.
     *
     * @throws ApiException CommandNotFound, ParameterDisabled or InvalidParameter
     */
    CommandSummary requireCommand(CreateRequest request) {
      CommandSummary command = commands.get(request.draft().commandId());
      if (command == null) {
        throw CommandService.notFound(request.draft().commandId());
      }
      command.requireAcceptsParameters(request.parameters());
      return command;
    }
  }

  private final CommandService commands;
  private final InstanceService instances;
  private final Scheduling scheduling;

  InvokerValidator(CommandService commands, InstanceService instances, Scheduling scheduling) {
    this.commands = commands;
    this.instances = instances;
    this.scheduling = scheduling;
  }

  /**
   * Validates what needs no database.
   *
   * @throws ApiException the error of the schedule or the parameters, in this order
   */
  CreateRequest request(long tenantId, InvokerDraft draft, Instant at) {
    if (draft.settings() == null) {
      throw new ApiException(ProtocolError.PARAMETER_NOT_VALID, "ScheduleSettings");
    }
    Schedule schedule = scheduling.read(draft.settings(), at);
    Map<String, String> parameters = CustomParameters.parse("Parameters", draft.parameters());
    return new CreateRequest(tenantId, draft, parameters, schedule, at);
  }

  /** Returns what the requests refer to, by the id of their tenant. */
  Map<Long, References> references(List<CreateRequest> requests) {
    Map<Long, List<InvokerDraft>> drafts = new HashMap<>();
    for (CreateRequest request : requests) {
      drafts.computeIfAbsent(request.tenantId(), tenant -> new ArrayList<>()).add(request.draft());
    }
    Map<Long, References> references = new HashMap<>();
    drafts.forEach(
        (tenantId, ofTenant) -> references.put(tenantId, references(tenantId, ofTenant)));
    return references;
  }

  private References references(long tenantId, List<InvokerDraft> drafts) {
    return new References(
        commands.summaries(
            tenantId, drafts.stream().map(InvokerDraft::commandId).distinct().toList()),
        instances.resolve(
            tenantId,
            drafts.stream()
                .map(InvokerDraft::instanceIds)
                .flatMap(Collection::stream)
                .distinct()
                .toList()));
  }
}
