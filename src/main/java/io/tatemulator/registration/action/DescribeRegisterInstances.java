package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Int64;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.query.Filter;
import io.tatemulator.query.FilterRule;
import io.tatemulator.query.FilterRules;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.registration.RegisterCode;
import io.tatemulator.registration.RegisterInstance;
import io.tatemulator.registration.RegisterInstanceService;
import io.tatemulator.tag.Tag;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists managed instances, newest first. */
@ActionDoc(
    value = "Lists managed instances, newest first.",
    checks = FilterRules.class,
    inferred = {
      "Machines can register themselves only with tat.agent.enabled=true.",
      "Filters together with InstanceIds, and an Offset or a Limit out of range, are InvalidFilter."
    })
@Component
public final class DescribeRegisterInstances
    implements TatAction<DescribeRegisterInstances.Request, DescribeRegisterInstances.Response> {
  private static final FilterRules FILTERS =
      FilterRules.of(
          "InstanceIds",
          TatError.INVALID_FILTER,
          FilterRule.any("instance-name"),
          FilterRule.id(
              "instance-id", RegisterInstance.ID_PATTERN, TatError.INVALID_REGISTER_INSTANCE_ID),
          FilterRule.oneOf("register-status", "Online", "Offline"),
          FilterRule.any("local-ip"),
          FilterRule.id("register-code-id", RegisterCode.ID_PATTERN, TatError.INVALID_FILTER),
          FilterRule.oneOf("sys-name", "Linux", "Windows"),
          FilterRule.any("tag-key"),
          FilterRule.any("tag-value"),
          FilterRule.any("tag:"));

  private final RegisterInstanceService instances;

  DescribeRegisterInstances(RegisterInstanceService instances) {
    this.instances = instances;
  }

  /** The request, as documented for DescribeRegisterInstances. */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(
              value = RegisterInstance.ID_PATTERN,
              error = "InvalidParameterValue.InvalidRegisterInstanceId")
          @Nullable List<String> instanceIds,
      @Nullable List<Filter> filters,
      @Int64 @Range(min = 0, max = Long.MAX_VALUE, below = "InvalidParameterValue")
          @Nullable Long offset,
      @Int64
          @Range(
              min = 0,
              max = Page.MAX_LIMIT,
              below = "InvalidParameterValue",
              above = "InvalidParameterValue")
          @Nullable Long limit) {}

  /**
   * The response.
   *
   * @param totalCount the number of matching instances on all pages
   * @param registerInstanceSet the instances of this page
   */
  public record Response(long totalCount, List<Item> registerInstanceSet) {}

  /** A managed instance, as documented for the type RegisterInstanceInfo. */
  public record Item(
      String registerCodeId,
      String instanceId,
      String instanceName,
      String machineId,
      String systemName,
      String hostName,
      String localIp,
      String publicKey,
      String status,
      Instant createdTime,
      Instant updatedTime,
      List<Tag> tags) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.instanceIds(), request.filters());
    List<String> ids = Objects.requireNonNullElse(request.instanceIds(), List.of());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found =
        instances.find(context.tenant(), ids, filters, page, DescribeRegisterInstances::item);
    return new Response(found.total(), found.items());
  }

  private static Item item(RegisterInstance instance) {
    return new Item(
        instance.registerCodeId(),
        instance.instanceId(),
        instance.instanceName(),
        instance.machineId(),
        instance.systemName(),
        instance.hostName(),
        instance.localIp(),
        instance.publicKey(),
        instance.status(),
        instance.createdAt(),
        instance.updatedAt(),
        instance.tags());
  }
}
