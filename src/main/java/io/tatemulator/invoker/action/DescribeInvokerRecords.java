package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerRecords;
import io.tatemulator.invoker.RecordedFire;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.SameResourceType;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatAction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the fires of invokers, newest first. */
@ActionDoc(
    value =
        "Lists the fires of invokers, newest first. The result is the invocation's current status.",
    inferred = {
      "Without InvokerIds it lists the records of all invokers.",
      "The records of a deleted invoker stay available under its id.",
      "Reason is the only value in the cloud's documentation."
    })
@Component
public final class DescribeInvokerRecords
    implements TatAction<DescribeInvokerRecords.Request, DescribeInvokerRecords.Response> {
  /** The only reason in the cloud's documentation. */
  public static final String REASON = "start an invocation at scheduled time.";

  private final InvokerRecords records;

  DescribeInvokerRecords(InvokerRecords records) {
    this.records = records;
  }

  /** The request, as documented for DescribeInvokerRecords. */
  public record Request(
      @Size(max = 100) @Pattern(
              value = ResourceId.INVOKER_PATTERN,
              error = "InvalidParameterValue.InvalidInvokerId")
          @SameResourceType(
              error = "InvalidParameterValue.InconsistentID",
              anyResource = ResourceId.ANY_PATTERN)
          @Nullable List<String> invokerIds,
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
   * @param totalCount the number of matching records on all pages
   * @param invokerRecordSet the records on this page
   */
  public record Response(long totalCount, List<Item> invokerRecordSet) {}

  /** A record, as documented for the type InvokerRecord. */
  public record Item(
      String invokerId, Instant invokeTime, String reason, String invocationId, String result) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<String> ids = Objects.requireNonNullElse(request.invokerIds(), List.of());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found = records.page(context.tenant(), ids, page).map(DescribeInvokerRecords::item);
    return new Response(found.total(), found.items());
  }

  private static Item item(RecordedFire record) {
    return new Item(
        record.invokerId(), record.firedAt(), REASON, record.invocationId(), record.result());
  }
}
