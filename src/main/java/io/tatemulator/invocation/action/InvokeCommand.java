package io.tatemulator.invocation.action;

import io.tatemulator.command.CustomParameters;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.KnownInstances;
import io.tatemulator.invocation.InvocationStarter;
import io.tatemulator.invocation.RunVariant;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Begun;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Between;
import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a saved command at once. */
@Documented(
    value =
        "Runs a saved command at once. Each optional parameter but Parameters overrides the command's own for this run.",
    checks = {CustomParameters.class, KnownInstances.class, InvocationStarter.class},
    raises = {
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.RUN_INVALID_USERNAME,
      ErrorCode.INVALID_WORKING_DIRECTORY,
      ErrorCode.INVALID_OUTPUT_COS_BUCKET_URL,
      ErrorCode.INVALID_OUTPUT_COS_KEY_PREFIX
    },
    inferred = {"An instance named twice counts once."})
@Component
public final class InvokeCommand
    implements ActionHandler<InvokeCommand.Request, InvokeCommand.Response> {
  private final InvocationStarter starter;

  InvokeCommand(InvocationStarter starter) {
    this.starter = starter;
  }

  /**
   * As documented for InvokeCommand; each optional parameter but Parameters overrides the command's
   * own for this run.
   */
  public record Request(
      @Required @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID)
          String commandId,
      @Required
          @Length(max = 200, error = ErrorCode.TOO_MANY_ITEMS) @Matches(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID)
          List<String> instanceIds,
      @Confidential @Length(max = 65_536, error = ErrorCode.VALUE_NOT_VALID) @Nullable String parameters,
      @Nullable String username,
      @Length(max = 4096, error = ErrorCode.INVALID_WORKING_DIRECTORY) @Nullable String workingDirectory,
      @Between(
              min = 1,
              max = 86_400,
              below = ErrorCode.VALUE_NOT_VALID,
              above = ErrorCode.VALUE_NOT_VALID)
          @Nullable Long timeout,
      @Length(max = 2048, error = ErrorCode.INVALID_OUTPUT_COS_BUCKET_URL) @Nullable String outputCOSBucketUrl,
      @Nullable String outputCOSKeyPrefix) {}

  /**
   * The answer.
   *
   * @param invocationId what has begun
   */
  public record Response(String invocationId) implements Begun {}

  @Override
  public Response handle(Request request, ApiCall call) {
    RunVariant variant =
        new RunVariant(
            request.username(),
            request.workingDirectory(),
            request.timeout(),
            request.outputCOSBucketUrl(),
            request.outputCOSKeyPrefix());
    InvocationStarter.Started started =
        starter.invoke(
            call.tenant(),
            request.commandId(),
            variant,
            request.instanceIds().stream().distinct().toList(),
            Objects.requireNonNullElse(request.parameters(), ""));
    return new Response(started.invocationId());
  }
}
