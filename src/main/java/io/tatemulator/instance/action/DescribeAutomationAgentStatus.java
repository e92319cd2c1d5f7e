package io.tatemulator.instance.action;

import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Between;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.query.Filter;
import io.tatemulator.protocol.query.FilterRule;
import io.tatemulator.protocol.query.FilterRules;
import io.tatemulator.protocol.query.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the agents. An instance without one is simply missing from the answer. */
@Documented(
    value = "Shows the agents. An instance without one is simply missing from the answer.",
    checks = FilterRules.class,
    raises = ErrorCode.TOO_MANY_ITEMS,
    inferred = {
      "An instance that nobody declared springs into being when a request names it, in the lenient preset.",
      "An agent that is online has just reported."
    })
@Component
public final class DescribeAutomationAgentStatus
    implements ActionHandler<
        DescribeAutomationAgentStatus.Request, DescribeAutomationAgentStatus.Response> {
  private static final String AGENT_VERSION = "1.0.19";

  private static final FilterRules FILTERS =
      FilterRules.of(
          "InstanceIds",
          ErrorCode.TOO_MANY_ITEMS,
          FilterRule.oneOf("agent-status", "Online", "Offline"),
          FilterRule.oneOf("environment", "Linux", "Windows"),
          FilterRule.id("instance-id", InstanceId.PATTERN, ErrorCode.INVALID_INSTANCE_ID));

  private final InstanceService instances;
  private final Clock clock;

  DescribeAutomationAgentStatus(InstanceService instances, Clock clock) {
    this.instances = instances;
    this.clock = clock;
  }

  /** As documented for DescribeAutomationAgentStatus. */
  public record Request(
      @Length(max = 100, error = ErrorCode.TOO_MANY_ITEMS) @Matches(value = InstanceId.PATTERN, error = ErrorCode.INVALID_INSTANCE_ID)
          @Nullable List<String> instanceIds,
      @Nullable List<Filter> filters,
      @Between(min = 0, max = Page.MAX_LIMIT, above = ErrorCode.TOO_MANY_ITEMS)
          @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The answer.
   *
   * @param automationAgentSet this page of the agents
   * @param totalCount how many agents match, on all pages
   */
  public record Response(List<Item> automationAgentSet, long totalCount) {}

  /** An agent, as documented for the type AutomationAgentInfo. */
  public record Item(
      String instanceId,
      String version,
      Instant lastHeartbeatTime,
      String agentStatus,
      String environment,
      List<String> supportFeatures) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    List<Filter> filters = FILTERS.check(request.instanceIds(), request.filters());
    Set<String> named = named(request, filters);
    List<Instance> candidates =
        named.isEmpty() ? instances.all(call.tenant()) : instances.named(call.tenant(), named);
    Instant now = clock.instant();
    List<Item> agents =
        candidates.stream()
            .filter(instance -> instance.agent() != Instance.Agent.NONE)
            .filter(instance -> filters.stream().allMatch(filter -> passes(filter, instance)))
            .map(instance -> item(instance, now))
            .toList();
    return new Response(Page.of(request.offset(), request.limit()).of(agents), agents.size());
  }

  /**
   * The instances that the request names, in either way; naming one is enough to bring it into
   * being.
   */
  private static Set<String> named(Request request, List<Filter> filters) {
    List<String> ids =
        new ArrayList<>(request.instanceIds() == null ? List.of() : request.instanceIds());
    filters.stream()
        .filter(f -> f.name().equals("instance-id"))
        .forEach(f -> ids.addAll(f.values()));
    return new LinkedHashSet<>(ids);
  }

  private static boolean passes(Filter filter, Instance instance) {
    return filter
        .values()
        .contains(
            switch (filter.name()) {
              case "agent-status" -> instance.agent().label();
              case "environment" -> instance.platform().label();
              default -> instance.instanceId();
            });
  }

  // An agent that is online has just reported; one that is offline has not done so since the
  // instance came into being.
  private static Item item(Instance instance, Instant now) {
    return new Item(
        instance.instanceId(),
        AGENT_VERSION,
        instance.agent() == Instance.Agent.ONLINE ? now : instance.createdAt(),
        instance.agent().label(),
        instance.platform().label(),
        List.of());
  }
}
