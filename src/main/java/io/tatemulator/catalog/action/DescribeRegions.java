package io.tatemulator.catalog.action;

import io.tatemulator.catalog.Region;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.tat.TatAction;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists the regions, with names in the language of the request. */
@ActionDoc(
    value = "Lists the regions, with names in the language of the request.",
    inferred = {
      "The regions are the eleven of the published sample; requests may also use any other well-formed region."
    })
@Component
public final class DescribeRegions
    implements TatAction<DescribeRegions.Request, DescribeRegions.Response> {
  /** The request, which has no parameters. */
  public record Request() {}

  /**
   * The response.
   *
   * @param totalCount the number of regions
   * @param regionSet all regions
   */
  public record Response(long totalCount, List<Item> regionSet) {}

  /** A region, as documented for the type RegionInfo. */
  public record Item(String region, String regionName, String regionState) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Item> regions =
        Arrays.stream(Region.values())
            .map(region -> new Item(region.id(), region.name(context.language()), "AVAILABLE"))
            .toList();
    return new Response(regions.size(), regions);
  }
}
