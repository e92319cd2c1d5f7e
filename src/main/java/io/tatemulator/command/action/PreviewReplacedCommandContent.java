package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSpec;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.ScriptPreview;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Confidential;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a script as it would run, without running it. */
@Documented(
    value =
        "Shows a script as it would run, without running it. Placeholders without a value stand as they are.",
    checks = CustomParameters.class,
    raises = {
      ErrorCode.CONFLICT_PARAMETER,
      ErrorCode.COMMAND_NOT_FOUND,
      ErrorCode.LACK_OF_PARAMETERS,
      ErrorCode.LACK_OF_PARAMETER_INFO,
      ErrorCode.PARAMETER_DISABLED
    },
    inferred = {
      "Neither CommandId nor Content is as wrong as both.",
      "A command without EnableParameter shows its content as it is, and refuses Parameters.",
      "Parameters that are too long are Range, Content that is too long is CommandContentInvalid."
    })
@Component
public final class PreviewReplacedCommandContent
    implements ActionHandler<
        PreviewReplacedCommandContent.Request, PreviewReplacedCommandContent.Response> {
  private final CommandService commands;

  PreviewReplacedCommandContent(CommandService commands) {
    this.commands = commands;
  }

  /**
   * As documented for PreviewReplacedCommandContent.
   *
   * @param commandId the command to preview; excludes content
   * @param content the script to preview, in Base64; excludes commandId
   */
  public record Request(
      @Confidential @Length(max = 65_536) @Nullable String parameters,
      @Matches(value = ResourceId.COMMAND_PATTERN, error = ErrorCode.INVALID_COMMAND_ID)
          @Nullable String commandId,
      @Length(max = 65_536, error = ErrorCode.COMMAND_CONTENT_INVALID) @Nullable String content) {}

  /**
   * The answer.
   *
   * @param replacedContent the script in Base64; placeholders without a value stand as they were
   */
  public record Response(String replacedContent) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    if ((request.commandId() == null) == (request.content() == null)) {
      throw new ApiException(ErrorCode.CONFLICT_PARAMETER, "CommandId", "Content");
    }
    Map<String, String> values =
        request.parameters() == null
            ? Map.of()
            : CustomParameters.parse("Parameters", request.parameters());
    if (request.content() != null) {
      return new Response(ScriptPreview.ofContent(request.content(), values));
    }
    CommandSpec spec = commands.require(call.tenant(), String.valueOf(request.commandId())).spec();
    return new Response(ScriptPreview.ofCommand(String.valueOf(request.commandId()), spec, values));
  }
}
