package io.tatemulator.invocation;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandRevision;
import io.tatemulator.command.CommandRevisions;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSpec;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.ReferredCommands;
import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.Tenant;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.DueAt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts invocations for requests. All checks come first; then everything is written, or nothing.
 */
@Raises({
  "ResourceUnavailable.InstanceStateNotRunning",
  "InvalidParameterValue.AgentUnsupportedCommandType",
  "InvalidParameterValue.LackOfParameterInfo",
  "InvalidParameterValue.ParameterDisabled"
})
@Service
public class InvocationStarter {
  /** The result of a request that starts an invocation. */
  public record Started(String commandId, String invocationId) {}

  private final CommandService commands;
  private final ReferredCommands referred;
  private final CommandRevisions revisions;
  private final InstanceService instances;
  private final InvocationWriter writer;
  private final IdGenerator ids;
  private final Tenants tenants;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  InvocationStarter(
      CommandService commands,
      ReferredCommands referred,
      CommandRevisions revisions,
      InstanceService instances,
      InvocationWriter writer,
      IdGenerator ids,
      Tenants tenants,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.commands = commands;
    this.referred = referred;
    this.revisions = revisions;
    this.instances = instances;
    this.writer = writer;
    this.ids = ids;
    this.tenants = tenants;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Runs a command that does not exist yet.
   *
   * @param save whether to store the command
   * @param tags its tags, if it is stored
   * @param parameters custom parameters, a JSON object; empty for none
   * @throws ApiException the error of the parameters, the instances or the command, in this order
   */
  public Started run(
      Tenant tenant,
      CommandSpec spec,
      boolean save,
      List<Tag> tags,
      List<String> instanceIds,
      String parameters) {
    check(tenant, "", spec, instanceIds, parameters);
    return start(
        tenant,
        () ->
            save
                ? commands.save(tenant, spec, tags)
                : revisions.adHocRevision(tenants.idOf(tenant), spec),
        instanceIds,
        parameters);
  }

  /**
   * Runs a saved command, or a variant of it.
   *
   * @param overrides the fields that this run overrides
   * @param parameters custom parameters, a JSON object; empty for none
   * @throws ApiException the error of the command, the parameters or the instances, in this order
   */
  public Started invoke(
      Tenant tenant,
      String commandId,
      RunOverrides overrides,
      List<String> instanceIds,
      String parameters) {
    return commands.withoutDeletions(
        () -> {
          Command command = commands.require(tenant, commandId);
          CommandRevision original = command.revision();
          CommandSpec spec = overrides.applyTo(original.spec());
          check(tenant, commandId, spec, instanceIds, parameters);
          return start(
              tenant,
              () -> {
                referred.keep(command);
                return revisions.revisionFor(original, spec);
              },
              instanceIds,
              parameters);
        });
  }

  private void check(
      Tenant tenant,
      String commandId,
      CommandSpec spec,
      List<String> instanceIds,
      String parameters) {
    CustomParameters.resolve(spec, CustomParameters.parse("Parameters", parameters), commandId);
    Instance.Platform platform =
        spec.type().isWindows() ? Instance.Platform.WINDOWS : Instance.Platform.LINUX;
    instances
        .resolve(tenants.idOf(tenant), instanceIds)
        .requireRunnable(instanceIds, platform, spec.type().name());
  }

  private Started start(
      Tenant tenant,
      Supplier<CommandRevision> revision,
      List<String> instanceIds,
      String parameters) {
    Instant now = clock.instant();
    return transaction.execute(
        status -> {
          CommandRevision commandRevision = revision.get();
          NewInvocation invocation =
              new NewInvocation(
                  ids.next(),
                  tenants.idOf(tenant),
                  commandRevision.id(),
                  Invocation.Source.USER,
                  InstanceId.kind(instanceIds.get(0)),
                  "",
                  parameters,
                  now,
                  instanceIds.stream()
                      .map(instanceId -> new NewInvocation.Target(ids.next(), instanceId, null))
                      .toList());
          writer.write(List.of(invocation));
          events.publishEvent(new DueAt(now));
          return new Started(
              commandRevision.commandId(), ResourceId.INVOCATION.format(invocation.id()));
        });
  }
}
