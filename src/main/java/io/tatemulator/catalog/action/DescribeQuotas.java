package io.tatemulator.catalog.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.registration.RegisterCodeService;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.TatAction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Returns the usage of each quota. */
@ActionDoc(
    value = "Returns the usage of each quota.",
    inferred = {"A repeated name is returned once."})
@Component
public final class DescribeQuotas
    implements TatAction<DescribeQuotas.Request, DescribeQuotas.Response> {
  private final CommandService commands;
  private final RegisterCodeService registerCodes;

  DescribeQuotas(CommandService commands, RegisterCodeService registerCodes) {
    this.commands = commands;
    this.registerCodes = registerCodes;
  }

  /**
   * The request, as documented for DescribeQuotas.
   *
   * @param resourceNames {@code COMMAND}, {@code REGISTER_CODE}
   */
  public record Request(
      @Required
          @Pattern(
              value = "COMMAND|REGISTER_CODE",
              error = "ResourceUnavailable.InvalidResourceQuotaResourceCode")
          List<String> resourceNames) {}

  /**
   * The response.
   *
   * @param generalResourceQuotaSet one quota for each requested name
   */
  public record Response(List<Item> generalResourceQuotaSet) {}

  /** A quota, as documented for the type GeneralResourceQuotaSet. */
  public record Item(String resourceName, long resourceQuotaUsed, long resourceQuotaTotal) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    return new Response(
        request.resourceNames().stream()
            .distinct()
            .map(name -> quota(name, context.tenant()))
            .toList());
  }

  private Item quota(String name, Tenant tenant) {
    return name.equals("COMMAND")
        ? new Item(name, commands.count(tenant), CommandService.QUOTA)
        : new Item(name, registerCodes.count(tenant), RegisterCodeService.QUOTA);
  }
}
