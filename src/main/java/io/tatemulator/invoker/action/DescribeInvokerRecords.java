package io.tatemulator.invoker.action;

import io.tatemulator.invoker.InvokerRecord;
import io.tatemulator.invoker.InvokerRecords;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Between;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Uniform;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.query.Page;
import io.tatemulator.protocol.query.Paged;
import io.tatemulator.support.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the fires of invokers, newest first. */
@Documented(
    value =
        "Lists the fires of invokers, newest first. The result is the invocation's present status.",
    inferred = {
      "Without InvokerIds it lists the records of all invokers.",
      "The records of a deleted invoker can be had by its identifier.",
      "Reason is the only text that the documents show."
    })
@Component
public final class DescribeInvokerRecords
    implements ActionHandler<DescribeInvokerRecords.Request, DescribeInvokerRecords.Response> {
  /** The only reason that the cloud's documents show. */
  private static final String REASON = "start an invocation at scheduled time.";

  private final InvokerRecords records;

  DescribeInvokerRecords(InvokerRecords records) {
    this.records = records;
  }

  /** As documented for DescribeInvokerRecords. */
  public record Request(
      @Length(max = 100) @Matches(value = ResourceId.INVOKER_PATTERN, error = ErrorCode.INVALID_INVOKER_ID)
          @Uniform(error = ErrorCode.INCONSISTENT_ID)
          @Nullable List<String> invokerIds,
      @Between(
              min = 1,
              max = Page.MAX_LIMIT,
              below = ErrorCode.TOO_SMALL,
              above = ErrorCode.TOO_LARGE)
          @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The answer.
   *
   * @param totalCount how many records match, on all pages
   * @param invokerRecordSet this page of them
   */
  public record Response(long totalCount, List<Item> invokerRecordSet) {}

  /** A record, as documented for the type InvokerRecord. */
  public record Item(
      String invokerId, Instant invokeTime, String reason, String invocationId, String result) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    List<String> ids = Objects.requireNonNullElse(request.invokerIds(), List.of());
    Page page = Page.of(request.offset(), request.limit());
    Paged<Item> found = records.page(call.tenant(), ids, page).map(DescribeInvokerRecords::item);
    return new Response(found.total(), found.items());
  }

  private static Item item(InvokerRecord record) {
    return new Item(
        record.invokerId(), record.firedAt(), REASON, record.invocationId(), record.result());
  }
}
