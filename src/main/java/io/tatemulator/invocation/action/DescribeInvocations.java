package io.tatemulator.invocation.action;

import io.tatemulator.command.CommandSpec;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.InvocationService;
import io.tatemulator.invocation.TaskBrief;
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
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists invocations, newest first. */
@ActionDoc(
    value = "Lists invocations, newest first.",
    checks = FilterRules.class,
    raises = {
      "LimitExceeded.FilterValueExceeded",
      "InvalidParameterValue.LimitExceeded",
      "InvalidParameterValue.InvalidCommandId"
    },
    inferred = {
      "An invocation's status is derived from its tasks by a rule that the documents do not state.",
      "CommandContent is the content before placeholders are replaced."
    })
@Component
public final class DescribeInvocations
    implements TatAction<DescribeInvocations.Request, DescribeInvocations.Response> {
  private static final FilterRules FILTERS =
      new FilterRules(
          "InvocationIds",
          TatError.TOO_MANY_ITEMS,
          TatError.FILTER_VALUES_EXCEEDED,
          List.of(
              FilterRule.id(
                  "invocation-id", ResourceId.INVOCATION_PATTERN, TatError.INVALID_INVOCATION_ID),
              FilterRule.id("command-id", ResourceId.COMMAND_PATTERN, TatError.INVALID_COMMAND_ID),
              FilterRule.oneOf("command-created-by", "TAT", "USER"),
              FilterRule.oneOf("instance-kind", "CVM", "LIGHTHOUSE")));

  private final InvocationService invocations;

  DescribeInvocations(InvocationService invocations) {
    this.invocations = invocations;
  }

  /** The parameters as documented for DescribeInvocations. */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(
              value = ResourceId.INVOCATION_PATTERN,
              error = "InvalidParameterValue.InvalidInvocationId")
          @Nullable List<String> invocationIds,
      @Nullable List<Filter> filters,
      @Range(min = 0, max = Page.MAX_LIMIT, above = "InvalidParameterValue.LimitExceeded")
          @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The response.
   *
   * @param totalCount the number of matching invocations on all pages
   * @param invocationSet the requested page
   */
  public record Response(long totalCount, List<Item> invocationSet) {}

  /** An invocation, as documented for the type Invocation. */
  public record Item(
      String invocationId,
      String commandId,
      String commandName,
      String invocationStatus,
      List<TaskItem> invocationTaskBasicInfoSet,
      String description,
      Instant startTime,
      @Nullable Instant endTime,
      Instant createdTime,
      Instant updatedTime,
      String parameters,
      String defaultParameters,
      String instanceKind,
      String username,
      String invocationSource,
      String commandContent,
      String commandType,
      long timeout,
      String workingDirectory,
      String outputCOSBucketUrl,
      String outputCOSKeyPrefix) {}

  /** A task in brief, as documented for the type InvocationTaskBasicInfo. */
  public record TaskItem(String invocationTaskId, String taskStatus, String instanceId) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.invocationIds(), request.filters());
    List<String> ids = Objects.requireNonNullElse(request.invocationIds(), List.of());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found =
        invocations.findInvocations(
            context.tenant(), ids, filters, page, DescribeInvocations::item);
    return new Response(found.total(), found.items());
  }

  private static Item item(Invocation invocation, List<TaskBrief> tasks) {
    CommandSpec spec = invocation.revision().spec();
    return new Item(
        invocation.invocationId(),
        invocation.revision().commandId(),
        spec.name(),
        invocation.status().name(),
        tasks.stream().map(DescribeInvocations::taskItem).toList(),
        spec.description(),
        invocation.startedAt(),
        invocation.endedAt(),
        invocation.createdAt(),
        invocation.updatedAt(),
        invocation.parameters().maskedParameters(),
        invocation.parameters().maskedDefaults(),
        invocation.instanceKind(),
        invocation.username(),
        invocation.source().name(),
        spec.content(),
        spec.type().name(),
        spec.timeoutSeconds(),
        spec.workingDirectory(),
        spec.outputCosBucketUrl(),
        spec.outputCosKeyPrefix());
  }

  private static TaskItem taskItem(TaskBrief task) {
    return new TaskItem(task.taskId(), task.status().name(), task.instanceId());
  }
}
