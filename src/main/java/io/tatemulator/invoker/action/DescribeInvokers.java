package io.tatemulator.invoker.action;

import io.tatemulator.invoker.Invoker;
import io.tatemulator.invoker.InvokerQuery;
import io.tatemulator.invoker.InvokerSettings;
import io.tatemulator.invoker.Schedule;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.ApiTime;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.SameResourceType;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists invokers, newest first. */
@ActionDoc(
    value = "Lists invokers, newest first.",
    checks = FilterRules.class,
    raises = "InvalidParameterValue.LimitExceeded",
    inferred = {
      "InvokeTime of a recurring invoker is its next fire, empty while it is disabled or if `tat.invoker.show-next-fire` is `false`; that of a ONCE invoker stays as given.",
      "The filter `type`, which Terraform sends, means `invoker-type`."
    })
@Component
public final class DescribeInvokers
    implements TatAction<DescribeInvokers.Request, DescribeInvokers.Response> {
  private static final FilterRules FILTERS =
      FilterRules.of(
          "InvokerIds",
          TatError.TOO_MANY_ITEMS,
          FilterRule.id("invoker-id", ResourceId.INVOKER_PATTERN, TatError.INVALID_INVOKER_ID),
          FilterRule.id("command-id", ResourceId.COMMAND_PATTERN, TatError.INVALID_FILTER),
          FilterRule.oneOf("invoker-type", "SCHEDULE"),
          // Terraform's data source sends this undocumented name.
          FilterRule.oneOf("type", "SCHEDULE"));

  private final InvokerQuery invokers;
  private final InvokerSettings settings;

  DescribeInvokers(InvokerQuery invokers, InvokerSettings settings) {
    this.invokers = invokers;
    this.settings = settings;
  }

  /** The request, as documented for DescribeInvokers. */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(
              value = ResourceId.INVOKER_PATTERN,
              error = "InvalidParameterValue.InvalidInvokerId")
          @SameResourceType(
              error = "InvalidParameterValue.InconsistentID",
              anyResource = ResourceId.ANY_PATTERN)
          @Nullable List<String> invokerIds,
      @Nullable List<Filter> filters,
      @Range(
              min = 1,
              max = Page.MAX_LIMIT,
              below = "InvalidParameterValue.TooSmall",
              above = "InvalidParameterValue.TooLarge")
          @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The response.
   *
   * @param totalCount the number of matching invokers on all pages
   * @param invokerSet the invokers on this page
   */
  public record Response(long totalCount, List<Item> invokerSet) {}

  /** An invoker, as documented for the type Invoker. */
  public record Item(
      String invokerId,
      String name,
      String type,
      String commandId,
      String username,
      String parameters,
      List<String> instanceIds,
      boolean enable,
      Settings scheduleSettings,
      Instant createdTime,
      Instant updatedTime,
      List<Tag> tags) {}

  /**
   * A schedule, as documented for the type ScheduleSettings.
   *
   * @param invokeTime the next execution time; empty when a recurring invoker has or shows none
   */
  public record Settings(String policy, String recurrence, String invokeTime) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.invokerIds(), request.filters());
    List<String> ids = Objects.requireNonNullElse(request.invokerIds(), List.of());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found = invokers.find(context.tenant(), ids, filters, page, this::item);
    return new Response(found.total(), found.items());
  }

  private Item item(Invoker invoker) {
    return new Item(
        invoker.invokerId(),
        invoker.name(),
        invoker.type(),
        invoker.command().commandId(),
        invoker.username(),
        invoker.parameters(),
        invoker.instanceIds(),
        invoker.enabled(),
        settings(invoker),
        invoker.createdAt(),
        invoker.updatedAt(),
        invoker.tags());
  }

  // A ONCE invoker shows its own time, fired or not, so that Terraform reads what it wrote.
  private Settings settings(Invoker invoker) {
    Schedule schedule = invoker.schedule();
    Instant next = settings.showNextFire() ? invoker.nextFireAt() : null;
    Instant time = schedule.invokeAt() == null ? next : schedule.invokeAt();
    return new Settings(
        schedule.policy().name(),
        Objects.requireNonNullElse(schedule.recurrence(), ""),
        time == null ? "" : ApiTime.format(time));
  }
}
