package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Int64;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import io.tatemulator.registration.RegisterCode;
import io.tatemulator.registration.RegisterCodeService;
import io.tatemulator.tat.TatAction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists register codes, newest first, without their values. */
@ActionDoc(
    value = "Lists register codes, newest first, without their values.",
    inferred = {
      "An expired code has Enabled false.",
      "An Offset or a Limit out of range is InvalidFilter.",
      "ExpiredTime is null when the code never expires."
    })
@Component
public final class DescribeRegisterCodes
    implements TatAction<DescribeRegisterCodes.Request, DescribeRegisterCodes.Response> {
  private final RegisterCodeService codes;
  private final Clock clock;

  DescribeRegisterCodes(RegisterCodeService codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  /** The request, as documented for DescribeRegisterCodes. */
  public record Request(
      @Size(max = 100) @Pattern(
              value = RegisterCode.ID_PATTERN,
              error = "InvalidParameterValue.InvalidRegisterCodeId")
          @Nullable List<String> registerCodeIds,
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
   * @param totalCount the number of matching codes on all pages
   * @param registerCodeSet the codes of this page
   */
  public record Response(long totalCount, List<Item> registerCodeSet) {}

  /**
   * A code, as documented for the type RegisterCodeInfo; expiredTime is null when it never expires.
   */
  public record Item(
      String registerCodeId,
      String description,
      String instanceNamePrefix,
      long registerLimit,
      @Nullable Instant expiredTime,
      String ipAddressRange,
      boolean enabled,
      long registeredCount,
      Instant createdTime,
      Instant updatedTime) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<String> ids = Objects.requireNonNullElse(request.registerCodeIds(), List.of());
    Instant now = clock.instant();
    Paged<Item> found =
        codes
            .find(context.tenant(), ids, Page.of(request.offset(), request.limit()))
            .map(code -> item(code, now));
    return new Response(found.total(), found.items());
  }

  private static Item item(RegisterCode code, Instant now) {
    return new Item(
        code.codeId(),
        code.description(),
        code.instanceNamePrefix(),
        code.registerLimit(),
        code.expiresAt(),
        code.ipAddressRange(),
        code.isUsable(now),
        code.registeredCount(),
        code.createdAt(),
        code.updatedAt());
  }
}
