package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.registration.RegisterCode;
import io.tatemulator.registration.RegisterCodeService;
import io.tatemulator.tat.TatAction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Disables register codes, so that machines can no longer register with them. */
@ActionDoc(
    value = "Disables register codes, all or none. Machines can no longer register with them.",
    raises = {
      "ResourceNotFound.RegisterCodesNotFoundCode",
      "InvalidParameterValue.ParameterKeyDuplicated"
    },
    inferred = {
      "A repeated identifier is ParameterKeyDuplicated.",
      "Disabling a disabled code succeeds."
    })
@Component
public final class DisableRegisterCodes
    implements TatAction<DisableRegisterCodes.Request, DisableRegisterCodes.Response> {
  private final RegisterCodeService codes;

  DisableRegisterCodes(RegisterCodeService codes) {
    this.codes = codes;
  }

  /**
   * The request, as documented for DisableRegisterCodes.
   *
   * @param registerCodeIds the codes
   */
  public record Request(
      @Required
          @Size(max = 100, error = "InvalidParameterValue.LimitExceeded") @Pattern(
              value = RegisterCode.ID_PATTERN,
              error = "InvalidParameterValue.InvalidRegisterCodeId")
          List<String> registerCodeIds) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    codes.disable(context.tenant(), request.registerCodeIds());
    return new Response();
  }
}
