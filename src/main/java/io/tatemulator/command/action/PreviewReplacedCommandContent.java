package io.tatemulator.command.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSpec;
import io.tatemulator.command.CustomParameters;
import io.tatemulator.command.ScriptPreview;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Sensitive;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Returns a script with its placeholders replaced, without running it. */
@ActionDoc(
    value =
        "Returns a script with its placeholders replaced, without running it. Placeholders without a value stay unchanged.",
    checks = CustomParameters.class,
    raises = {
      "InvalidParameter.ConflictParameter",
      "ResourceNotFound.CommandNotFound",
      "InvalidParameterValue.LackOfParameters",
      "InvalidParameterValue.LackOfParameterInfo",
      "InvalidParameterValue.ParameterDisabled"
    },
    inferred = {
      "A request without CommandId and Content gets the same error as one with both.",
      "A command without EnableParameter returns its content unchanged; Parameters return ParameterDisabled.",
      "Parameters that are too long return Range, Content that is too long returns CommandContentInvalid."
    })
@Component
public final class PreviewReplacedCommandContent
    implements TatAction<
        PreviewReplacedCommandContent.Request, PreviewReplacedCommandContent.Response> {
  private final CommandService commands;

  PreviewReplacedCommandContent(CommandService commands) {
    this.commands = commands;
  }

  /**
   * The request, as documented for PreviewReplacedCommandContent.
   *
   * @param commandId the command to preview; excludes content
   * @param content the script to preview, in Base64; excludes commandId
   */
  public record Request(
      @Sensitive @Size(max = 65_536) @Nullable String parameters,
      @Pattern(value = ResourceId.COMMAND_PATTERN, error = "InvalidParameterValue.InvalidCommandId") @Nullable String commandId,
      @Size(max = 65_536, error = "InvalidParameterValue.CommandContentInvalid") @Nullable String content) {}

  /**
   * The response.
   *
   * @param replacedContent the script in Base64; placeholders without a value stay unchanged
   */
  public record Response(String replacedContent) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    if ((request.commandId() == null) == (request.content() == null)) {
      throw new ApiException(TatError.CONFLICT_PARAMETER, "CommandId", "Content");
    }
    Map<String, String> values =
        request.parameters() == null
            ? Map.of()
            : CustomParameters.parse("Parameters", request.parameters());
    if (request.content() != null) {
      return new Response(ScriptPreview.ofContent(request.content(), values));
    }
    CommandSpec spec =
        commands.require(context.tenant(), String.valueOf(request.commandId())).spec();
    return new Response(ScriptPreview.ofCommand(String.valueOf(request.commandId()), spec, values));
  }
}
