package io.tatemulator.catalog.action;

import io.tatemulator.catalog.Region;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists the regions, named in the caller's language. */
@Documented(
    value = "Lists the regions, named in the caller's language.",
    inferred = {
      "The regions are the eleven of the published sample; requests may name any other well-formed region too."
    })
@Component
public final class DescribeRegions
    implements ActionHandler<DescribeRegions.Request, DescribeRegions.Response> {
  /** DescribeRegions takes no parameters. */
  public record Request() {}

  /**
   * The answer.
   *
   * @param totalCount how many regions there are
   * @param regionSet all of them
   */
  public record Response(long totalCount, List<Item> regionSet) {}

  /** A region, as documented for the type RegionInfo. */
  public record Item(String region, String regionName, String regionState) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    List<Item> regions =
        Arrays.stream(Region.values())
            .map(region -> new Item(region.id(), region.name(call.language()), "AVAILABLE"))
            .toList();
    return new Response(regions.size(), regions);
  }
}
