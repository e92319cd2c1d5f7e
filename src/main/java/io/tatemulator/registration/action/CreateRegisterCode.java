package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Between;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Signed;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterCodeDraft;
import io.tatemulator.registration.RegisterCodeService;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates a code with which machines can register themselves. */
@Documented(
    value =
        "Creates a code with which machines can register themselves. Its value is shown only here.",
    raises = {ErrorCode.QUOTA_EXCEEDED},
    inferred = {
      "An address range that is no IPv4 address or CIDR is InvalidParameter; host bits may be set, as in the published sample.",
      "The quota is that of DescribeQuotas; beyond it, the error is InvalidParameter."
    })
@Component
public final class CreateRegisterCode
    implements ActionHandler<CreateRegisterCode.Request, CreateRegisterCode.Response> {
  // Not private, since Error Prone does not see that an annotation reads it.
  static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final long DEFAULT_LIMIT = 10;
  private static final long DEFAULT_HOURS = 4;

  /** The greatest number of hours that is one; a greater number means for ever. */
  private static final long MAX_HOURS = 99_999;

  private final RegisterCodeService codes;

  CreateRegisterCode(RegisterCodeService codes) {
    this.codes = codes;
  }

  /**
   * As documented for CreateRegisterCode.
   *
   * @param effectiveTime how many hours the code is good, 4 by default; more than 99,999 for ever
   * @param ipAddressRange an IPv4 address or CIDR; host bits may be set, as the cloud's sample has
   *     them
   */
  public record Request(
      @Length(max = 128) @Nullable String description,
      @Length(max = 32) @Nullable String instanceNamePrefix,
      @Signed @Between(min = 1, max = 10_000, below = ErrorCode.TOO_SMALL, above = ErrorCode.TOO_LARGE)
          @Nullable Long registerLimit,
      @Signed @Between(min = 1, max = Long.MAX_VALUE, below = ErrorCode.TOO_SMALL)
          @Nullable Long effectiveTime,
      @Matches(
              value = BYTE + "(\\." + BYTE + "){3}(/(3[0-2]|[12]?\\d))?",
              error = ErrorCode.PARAMETER_NOT_VALID)
          @Nullable String ipAddressRange) {}

  /**
   * The answer.
   *
   * @param registerCodeId names the code
   * @param registerCodeValue the code itself; it is shown only here
   */
  public record Response(String registerCodeId, String registerCodeValue) {}

  @Override
  public Response handle(Request request, ApiCall call) {
    long hours = Objects.requireNonNullElse(request.effectiveTime(), DEFAULT_HOURS);
    RegisterCodeDraft draft =
        new RegisterCodeDraft(
            Objects.requireNonNullElse(request.description(), ""),
            Objects.requireNonNullElse(request.instanceNamePrefix(), ""),
            Objects.requireNonNullElse(request.registerLimit(), DEFAULT_LIMIT),
            hours > MAX_HOURS ? null : Duration.ofHours(hours),
            Objects.requireNonNullElse(request.ipAddressRange(), ""));
    RegisterCodeService.Created created = codes.create(call.tenant(), draft);
    return new Response(created.codeId(), created.value());
  }
}
