package io.tatemulator.invoker.action;

import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.KnownInstances;
import io.tatemulator.invoker.InvokerCreation;
import io.tatemulator.invoker.InvokerDraft;
import io.tatemulator.invoker.ScheduleSettings;
import io.tatemulator.invoker.Scheduling;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Uniform;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.storage.Tag;
import io.tatemulator.support.ResourceId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves an invoker, which fires from then on. */
@Documented(
    value = "Saves an invoker, which fires from then on.",
    checks = {Scheduling.class, CustomParameters.class, KnownInstances.class},
    raises = {
      ErrorCode.PARAMETER_NOT_VALID,
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.PARAMETER_DISABLED
    },
    inferred = {
      "A new invoker is enabled.",
      "Without ScheduleSettings it is InvalidParameter.",
      "The schedule is looked at first, then the parameters, the command and the instances.",
      "A crontab that is never due is refused.",
      "Parameters keep all the rules that they have with RunCommand; what breaks one is ParameterInvalidJsonFormat.",
      "Parameters for a command that takes none are InvalidParameter."
    })
@Component
public final class CreateInvoker
    implements ActionHandler<CreateInvoker.Request, CreateInvoker.Response> {
  private final InvokerCreation invokers;

  CreateInvoker(InvokerCreation invokers) {
    this.invokers = invokers;
  }

  /** As documented for CreateInvoker. */
  public record Request(
      @Required @Length(max = 120) @Matches(value = "(?s).+", error = ErrorCode.PARAMETER_NOT_VALID)
          String name,
      @Required @OneOf("SCHEDULE") String type,
      @Required @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID)
          String commandId,
      @Required
          @Length(max = 100) @Matches(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID)
          @Uniform(error = ErrorCode.INCONSISTENT_ID)
          List<String> instanceIds,
      @Length(max = 256) @Nullable String username,
      @Confidential @Length(max = 65_536) @Nullable String parameters,
      @Nullable ScheduleSettings scheduleSettings,
      @Length(max = 10) @Nullable List<Tag> tags) {
    /** The invoker that is described. */
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
   * The answer.
   *
   * @param invokerId the new invoker
   */
  public record Response(String invokerId) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    return new Response(invokers.create(call.tenant(), request.draft()));
  }
}
