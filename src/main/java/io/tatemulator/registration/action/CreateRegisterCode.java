package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Int64;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.registration.RegisterCodeDraft;
import io.tatemulator.registration.RegisterCodeService;
import io.tatemulator.tat.TatAction;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates a code with which machines can register themselves. */
@ActionDoc(
    value =
        "Creates a code with which machines can register themselves. Only this response contains its value.",
    raises = {"ResourceUnavailable.UserHasNoQuotaCode"},
    inferred = {
      "An address range that is not an IPv4 address or CIDR is InvalidParameter; host bits may be set, as in the published sample.",
      "The quota is that of DescribeQuotas; beyond it, the error is InvalidParameter."
    })
@Component
public final class CreateRegisterCode
    implements TatAction<CreateRegisterCode.Request, CreateRegisterCode.Response> {
  // Not private, since Error Prone does not detect that an annotation reads it.
  static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final long DEFAULT_LIMIT = 10;
  private static final long DEFAULT_HOURS = 4;

  /** The maximum number of hours; a greater number means unlimited. */
  private static final long MAX_HOURS = 99_999;

  private final RegisterCodeService codes;

  CreateRegisterCode(RegisterCodeService codes) {
    this.codes = codes;
  }

  /**
   * The request, as documented for CreateRegisterCode.
   *
   * @param effectiveTime how many hours the code is valid, 4 by default; above 99,999: unlimited
   * @param ipAddressRange an IPv4 address or CIDR; host bits may be set, as in the cloud's sample
   */
  public record Request(
      @Size(max = 128) @Nullable String description,
      @Size(max = 32) @Nullable String instanceNamePrefix,
      @Int64
          @Range(
              min = 1,
              max = 10_000,
              below = "InvalidParameterValue.TooSmall",
              above = "InvalidParameterValue.TooLarge")
          @Nullable Long registerLimit,
      @Int64 @Range(min = 1, max = Long.MAX_VALUE, below = "InvalidParameterValue.TooSmall")
          @Nullable Long effectiveTime,
      @Pattern(
              value = BYTE + "(\\." + BYTE + "){3}(/(3[0-2]|[12]?\\d))?",
              error = "InvalidParameter")
          @Nullable String ipAddressRange) {}

  /**
   * The response.
   *
   * @param registerCodeId the id of the code
   * @param registerCodeValue the code itself; only this response contains it
   */
  public record Response(String registerCodeId, String registerCodeValue) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    long hours = Objects.requireNonNullElse(request.effectiveTime(), DEFAULT_HOURS);
    RegisterCodeDraft draft =
        new RegisterCodeDraft(
            Objects.requireNonNullElse(request.description(), ""),
            Objects.requireNonNullElse(request.instanceNamePrefix(), ""),
            Objects.requireNonNullElse(request.registerLimit(), DEFAULT_LIMIT),
            hours > MAX_HOURS ? null : Duration.ofHours(hours),
            Objects.requireNonNullElse(request.ipAddressRange(), ""));
    RegisterCodeService.Created created = codes.create(context.tenant(), draft);
    return new Response(created.codeId(), created.value());
  }
}
