package io.tatemulator.instance.action;

import io.tatemulator.instance.AgentReport;
import io.tatemulator.instance.AgentReports;
import io.tatemulator.instance.Instance;
import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.query.Filter;
import io.tatemulator.query.FilterRule;
import io.tatemulator.query.FilterRules;
import io.tatemulator.query.Page;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import io.tatemulator.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the agents. An instance without an agent is missing from the response. */
@ActionDoc(
    value = "Lists the agents. An instance without an agent is missing from the response.",
    checks = FilterRules.class,
    raises = "InvalidParameterValue.LimitExceeded",
    inferred = {
      "With the lenient preset, an undeclared instance is created when a request names it.",
      "An online agent has just reported, unless it is a real one, whose version and last heartbeat are shown."
    })
@Component
public final class DescribeAutomationAgentStatus
    implements TatAction<
        DescribeAutomationAgentStatus.Request, DescribeAutomationAgentStatus.Response> {
  private static final String AGENT_VERSION = "1.0.19";

  private static final FilterRules FILTERS =
      FilterRules.of(
          "InstanceIds",
          TatError.TOO_MANY_ITEMS,
          FilterRule.oneOf("agent-status", "Online", "Offline"),
          FilterRule.oneOf("environment", "Linux", "Windows"),
          FilterRule.id("instance-id", InstanceId.PATTERN, TatError.INVALID_INSTANCE_ID));

  private final InstanceService instances;
  private final AgentReports reports;
  private final Tenants tenants;
  private final Clock clock;

  DescribeAutomationAgentStatus(
      InstanceService instances, AgentReports reports, Tenants tenants, Clock clock) {
    this.instances = instances;
    this.reports = reports;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** The request, as documented for DescribeAutomationAgentStatus. */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(value = InstanceId.PATTERN, error = "InvalidParameterValue.InvalidInstanceId") @Nullable List<String> instanceIds,
      @Nullable List<Filter> filters,
      @Range(min = 0, max = Page.MAX_LIMIT, above = "InvalidParameterValue.LimitExceeded")
          @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The response.
   *
   * @param automationAgentSet the agents on this page
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
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.instanceIds(), request.filters());
    Set<String> requestedIds = requestedIds(request, filters);
    List<Instance> candidates =
        requestedIds.isEmpty()
            ? instances.findAll(context.tenant())
            : instances.findByIds(context.tenant(), requestedIds);
    Instant now = clock.instant();
    Map<String, AgentReport> reported = reported(context.tenant(), candidates);
    List<Item> agents =
        candidates.stream()
            .filter(instance -> instance.agent() != Instance.Agent.NONE)
            .filter(instance -> filters.stream().allMatch(filter -> matches(filter, instance)))
            .map(instance -> item(instance, now, reported.get(instance.instanceId())))
            .toList();
    return new Response(Page.of(request.offset(), request.limit()).of(agents), agents.size());
  }

  /**
   * Returns the instance ids that the request names, as InstanceIds or in a filter; naming one
   * either way creates it where the preset allows.
   */
  private static Set<String> requestedIds(Request request, List<Filter> filters) {
    List<String> ids =
        new ArrayList<>(request.instanceIds() == null ? List.of() : request.instanceIds());
    filters.stream()
        .filter(f -> f.name().equals("instance-id"))
        .forEach(f -> ids.addAll(f.values()));
    return new LinkedHashSet<>(ids);
  }

  private static boolean matches(Filter filter, Instance instance) {
    return filter
        .values()
        .contains(
            switch (filter.name()) {
              case "agent-status" -> instance.agent().label();
              case "environment" -> instance.platform().label();
              default -> instance.instanceId();
            });
  }

  private Map<String, AgentReport> reported(Tenant tenant, List<Instance> candidates) {
    List<String> real =
        candidates.stream()
            .filter(instance -> instance.executor() == Instance.Executor.AGENT)
            .map(Instance::instanceId)
            .toList();
    return real.isEmpty() ? Map.of() : reports.of(tenants.idOf(tenant), real);
  }

  // A simulated agent that is online has just reported; an offline one has not since its instance
  // was created.
  private static Item item(Instance instance, Instant now, @Nullable AgentReport report) {
    Instant simulated = instance.agent() == Instance.Agent.ONLINE ? now : instance.createdAt();
    return new Item(
        instance.instanceId(),
        report == null ? AGENT_VERSION : report.version(),
        report == null ? simulated : report.lastHeartbeatAt(),
        instance.agent().label(),
        instance.platform().label(),
        List.of());
  }
}
