package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterCode;
import io.tatemulator.registration.RegisterCodeService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps machines from registering with some codes. */
@Documented(
    value = "Keeps machines from registering with some codes, all of them or none.",
    raises = {ErrorCode.REGISTER_CODES_NOT_FOUND, ErrorCode.PARAMETER_KEY_DUPLICATED},
    inferred = {
      "An identifier given twice is ParameterKeyDuplicated.",
      "Disabling a disabled code succeeds."
    })
@Component
public final class DisableRegisterCodes
    implements ActionHandler<DisableRegisterCodes.Request, DisableRegisterCodes.Response> {
  private final RegisterCodeService codes;

  DisableRegisterCodes(RegisterCodeService codes) {
    this.codes = codes;
  }

  /**
   * As documented for DisableRegisterCodes.
   *
   * @param registerCodeIds the codes
   */
  public record Request(
      @Required
          @Length(max = 100, error = ErrorCode.TOO_MANY_ITEMS) @Matches(value = RegisterCode.ID_PATTERN, error = ErrorCode.INVALID_REGISTER_CODE_ID)
          List<String> registerCodeIds) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    codes.disable(call.tenant(), request.registerCodeIds());
    return new Response();
  }
}
