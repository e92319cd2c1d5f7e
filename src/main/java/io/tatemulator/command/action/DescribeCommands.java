package io.tatemulator.command.action;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandService;
import io.tatemulator.command.CommandSpec;
import io.tatemulator.command.DefaultParameterConf;
import io.tatemulator.command.PublicCommand;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.query.Filter;
import io.tatemulator.query.FilterRule;
import io.tatemulator.query.FilterRules;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists commands, newest first. */
@ActionDoc(
    value = "Lists the tenant's own commands and the public ones, newest first.",
    checks = FilterRules.class,
    inferred = {"A filter matches exactly and case-sensitively."})
@Component
public final class DescribeCommands
    implements TatAction<DescribeCommands.Request, DescribeCommands.Response> {
  private static final FilterRules FILTERS =
      FilterRules.of(
          "CommandIds",
          TatError.INVALID_FILTER,
          FilterRule.id("command-id", ResourceId.COMMAND_PATTERN, TatError.INVALID_COMMAND_ID),
          FilterRule.any("command-name"),
          FilterRule.oneOf("command-type", "SHELL", "POWERSHELL", "BAT"),
          FilterRule.any("scene-id"),
          FilterRule.oneOf("created-by", "TAT", "USER"),
          FilterRule.any("tag-key"),
          FilterRule.any("tag-value"),
          FilterRule.any("tag:"));

  private final CommandService commands;

  DescribeCommands(CommandService commands) {
    this.commands = commands;
  }

  /** The request, as documented for DescribeCommands. */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue") @Pattern(
              value = ResourceId.COMMAND_PATTERN,
              error = "InvalidParameterValue.InvalidCommandId")
          @Nullable List<String> commandIds,
      @Nullable List<Filter> filters,
      @Range(min = 0, max = Page.MAX_LIMIT, above = "InvalidParameterValue") @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The response.
   *
   * @param totalCount the number of matching commands on all pages
   * @param commandSet the commands of this page
   */
  public record Response(long totalCount, List<Item> commandSet) {}

  /** A command, as documented for the type Command. */
  public record Item(
      String commandId,
      String commandName,
      String description,
      String content,
      String commandType,
      String workingDirectory,
      long timeout,
      Instant createdTime,
      Instant updatedTime,
      boolean enableParameter,
      String defaultParameters,
      List<DefaultParameterConf> defaultParameterConfs,
      List<String> scenes,
      String formattedDescription,
      String createdBy,
      List<Tag> tags,
      String username,
      String outputCOSBucketUrl,
      String outputCOSKeyPrefix) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.commandIds(), request.filters());
    List<String> ids = Objects.requireNonNullElse(request.commandIds(), List.of());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found = commands.find(context.tenant(), ids, filters, page, DescribeCommands::item);
    return new Response(found.total(), found.items());
  }

  private static Item item(Command command) {
    CommandSpec spec = command.spec();
    Optional<PublicCommand> publicCommand = PublicCommand.of(command.commandId());
    return new Item(
        command.commandId(),
        spec.name(),
        spec.description(),
        spec.content(),
        spec.type().name(),
        spec.workingDirectory(),
        spec.timeoutSeconds(),
        command.createdAt(),
        command.updatedAt(),
        spec.enableParameter(),
        spec.defaultParameters(),
        spec.confs(),
        publicCommand.map(PublicCommand::scenes).orElse(List.of()),
        publicCommand.map(PublicCommand::formattedDescription).orElse(""),
        command.createdBy().name(),
        command.tags(),
        spec.username(),
        spec.outputCosBucketUrl(),
        spec.outputCosKeyPrefix());
  }
}
