package io.tatemulator.invocation.action;

import io.tatemulator.command.CommandSpec;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.InvocationService;
import io.tatemulator.invocation.InvocationTask;
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
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists tasks, newest first. */
@ActionDoc(
    value = "Lists tasks, newest first.",
    checks = FilterRules.class,
    raises = {
      "InvalidParameterValue.InvalidCommandId",
      "InvalidParameterValue.InvalidInstanceId",
      "InvalidParameterValue.InvalidInvocationId"
    },
    inferred = {
      "A hidden output is empty.",
      "Values of hidden placeholders are masked in the command document."
    })
@Component
public final class DescribeInvocationTasks
    implements TatAction<DescribeInvocationTasks.Request, DescribeInvocationTasks.Response> {
  private static final FilterRules FILTERS =
      FilterRules.of(
          "InvocationTaskIds",
          TatError.INVALID_FILTER,
          FilterRule.id(
              "invocation-task-id", ResourceId.TASK_PATTERN, TatError.INVALID_INVOCATION_TASK_ID),
          FilterRule.id(
              "invocation-id", ResourceId.INVOCATION_PATTERN, TatError.INVALID_INVOCATION_ID),
          FilterRule.id("instance-id", InstanceId.PATTERN, TatError.INVALID_INSTANCE_ID),
          FilterRule.id("command-id", ResourceId.COMMAND_PATTERN, TatError.INVALID_COMMAND_ID));

  private final InvocationService invocations;

  DescribeInvocationTasks(InvocationService invocations) {
    this.invocations = invocations;
  }

  /**
   * The parameters as documented for DescribeInvocationTasks.
   *
   * @param hideOutput whether outputs are hidden; the cloud's default is true
   */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue") @Pattern(
              value = ResourceId.TASK_PATTERN,
              error = "InvalidParameterValue.InvalidInvocationTaskId")
          @Nullable List<String> invocationTaskIds,
      @Nullable List<Filter> filters,
      @Range(min = 0, max = Page.MAX_LIMIT, above = "InvalidParameterValue") @Nullable Long limit,
      @Nullable Long offset,
      @Nullable Boolean hideOutput) {}

  /**
   * The response.
   *
   * @param totalCount the number of matching tasks on all pages
   * @param invocationTaskSet the requested page
   */
  public record Response(long totalCount, List<Item> invocationTaskSet) {}

  /** A task, as documented for the type InvocationTask. */
  public record Item(
      String invocationId,
      String invocationTaskId,
      String commandId,
      String taskStatus,
      String instanceId,
      Result taskResult,
      @Nullable Instant startTime,
      @Nullable Instant endTime,
      Instant createdTime,
      Instant updatedTime,
      Document commandDocument,
      String errorInfo,
      String invocationSource,
      String commandName) {}

  /** The result of a task, as documented for the type TaskResult. */
  public record Result(
      long exitCode,
      String output,
      @Nullable Instant execStartTime,
      @Nullable Instant execEndTime,
      long dropped,
      String outputUrl,
      String outputUploadCOSErrorInfo) {}

  /** The command of a task, as documented for the type CommandDocument. */
  public record Document(
      String content,
      String commandType,
      long timeout,
      String workingDirectory,
      String username,
      String outputCOSBucketUrl,
      String outputCOSKeyPrefix) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.invocationTaskIds(), request.filters());
    List<String> ids = Objects.requireNonNullElse(request.invocationTaskIds(), List.of());
    boolean showOutput = Boolean.FALSE.equals(request.hideOutput());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found =
        invocations.findTasks(context.tenant(), ids, filters, page, task -> item(task, showOutput));
    return new Response(found.total(), found.items());
  }

  private static Item item(InvocationTask task, boolean showOutput) {
    Invocation invocation = task.invocation();
    return new Item(
        invocation.invocationId(),
        task.taskId(),
        invocation.revision().commandId(),
        task.status().name(),
        task.instanceId(),
        result(task, showOutput),
        task.startedAt(),
        task.endedAt(),
        task.createdAt(),
        task.updatedAt(),
        document(invocation),
        task.errorInfo(),
        invocation.source().name(),
        invocation.revision().spec().name());
  }

  private static Result result(InvocationTask task, boolean showOutput) {
    String output = showOutput ? Base64.getEncoder().encodeToString(task.output()) : "";
    Instant execEnd = task.startedAt() == null ? null : task.endedAt();
    return new Result(
        task.exitCode(),
        output,
        task.startedAt(),
        execEnd,
        task.dropped(),
        task.outputUrl(),
        task.cosError());
  }

  private static Document document(Invocation invocation) {
    CommandSpec spec = invocation.revision().spec();
    return new Document(
        invocation.parameters().maskedContent(),
        spec.type().name(),
        spec.timeoutSeconds(),
        spec.workingDirectory(),
        invocation.username(),
        spec.outputCosBucketUrl(),
        spec.outputCosKeyPrefix());
  }
}
