package io.tatemulator.catalog.action;

import io.tatemulator.command.CommandService;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterCodeService;
import io.tatemulator.support.Tenant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows how much of each quota is used. */
@Documented(
    value = "Shows how much of each quota is used.",
    inferred = {"A name given twice is answered once."})
@Component
public final class DescribeQuotas
    implements ActionHandler<DescribeQuotas.Request, DescribeQuotas.Response> {
  private final CommandService commands;
  private final RegisterCodeService registerCodes;

  DescribeQuotas(CommandService commands, RegisterCodeService registerCodes) {
    this.commands = commands;
    this.registerCodes = registerCodes;
  }

  /**
   * As documented for DescribeQuotas.
   *
   * @param resourceNames {@code COMMAND}, {@code REGISTER_CODE}
   */
  public record Request(
      @Required @Matches(value = "COMMAND|REGISTER_CODE", error = ErrorCode.INVALID_QUOTA_RESOURCE)
          List<String> resourceNames) {}

  /**
   * The answer.
   *
   * @param generalResourceQuotaSet one quota for each name asked for
   */
  public record Response(List<Item> generalResourceQuotaSet) {}

  /** A quota, as documented for the type GeneralResourceQuotaSet. */
  public record Item(String resourceName, long resourceQuotaUsed, long resourceQuotaTotal) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    return new Response(
        request.resourceNames().stream()
            .distinct()
            .map(name -> quota(name, call.tenant()))
            .toList());
  }

  private Item quota(String name, Tenant tenant) {
    return name.equals("COMMAND")
        ? new Item(name, commands.count(tenant), CommandService.QUOTA)
        : new Item(name, registerCodes.count(tenant), RegisterCodeService.QUOTA);
  }
}
