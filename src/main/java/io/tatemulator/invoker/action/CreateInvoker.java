package io.tatemulator.invoker.action;

import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.ResolvedInstances;
import io.tatemulator.invoker.InvokerCreation;
import io.tatemulator.invoker.InvokerDraft;
import io.tatemulator.invoker.ScheduleSettings;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.SameResourceType;
import io.tatemulator.protocol.codec.Sensitive;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates an invoker, which fires from then on. */
@ActionDoc(
    value = "Creates an invoker, which fires from then on.",
    checks = {Scheduling.class, CustomParameters.class, ResolvedInstances.class},
    raises = {
      "InvalidParameter",
      "ResourceNotFound.CommandNotFound",
      "InvalidParameterValue.ParameterDisabled"
    },
    inferred = {
      "A new invoker is enabled.",
      "Without ScheduleSettings the error is InvalidParameter.",
      "The schedule is validated first, then the parameters, the command and the instances.",
      "A crontab that is never due is rejected.",
      "Parameters keep all the rules of RunCommand; a violation is ParameterInvalidJsonFormat.",
      "Parameters for a command that takes none are InvalidParameter."
    })
@Component
public final class CreateInvoker
    implements TatAction<CreateInvoker.Request, CreateInvoker.Response> {
  private final InvokerCreation invokers;

  CreateInvoker(InvokerCreation invokers) {
    this.invokers = invokers;
  }

  /** The request, as documented for CreateInvoker. */
  public record Request(
      @Required @Size(max = 120) @Pattern(value = "(?s).+", error = "InvalidParameter") String name,
      @Required @OneOf("SCHEDULE") String type,
      @Required
          @Pattern(
              value = ResourceId.COMMAND_PATTERN,
              error = "InvalidParameterValue.InvalidCommandId")
          String commandId,
      @Required
          @Size(max = 100) @Pattern(value = InstanceId.PATTERN, error = "InvalidParameterValue.InvalidInstanceId") @SameResourceType(
              error = "InvalidParameterValue.InconsistentID",
              anyResource = ResourceId.ANY_PATTERN)
          List<String> instanceIds,
      @Size(max = 256) @Nullable String username,
      @Sensitive @Size(max = 65_536) @Nullable String parameters,
      @Nullable ScheduleSettings scheduleSettings,
      @Size(max = 10) @Nullable List<Tag> tags) {
    /** Returns the description of the invoker. */
    public InvokerDraft draft() {
      return new InvokerDraft(
          name,
          type,
          commandId,
          instanceIds.stream().distinct().toList(),
          Objects.requireNonNullElse(username, ""),
          Objects.requireNonNullElse(parameters, ""),
          scheduleSettings,
          Tag.list(tags));
    }
  }

  /**
   * The response.
   *
   * @param invokerId the new invoker
   */
  public record Response(String invokerId) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    return new Response(invokers.create(context.tenant(), request.draft()));
  }
}
