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

/** Deletes register codes, all or none. */
@ActionDoc(
    value = "Deletes register codes, all or none.",
    raises = {
      "ResourceNotFound.RegisterCodesNotFoundCode",
      "InvalidParameterValue.ParameterKeyDuplicated"
    },
    inferred = {"A repeated identifier is ParameterKeyDuplicated."})
@Component
public final class DeleteRegisterCodes
    implements TatAction<DeleteRegisterCodes.Request, DeleteRegisterCodes.Response> {
  private final RegisterCodeService codes;

  DeleteRegisterCodes(RegisterCodeService codes) {
    this.codes = codes;
  }

  /**
   * The request, as documented for DeleteRegisterCodes.
   *
   * @param registerCodeIds the codes
   */
  public record Request(
      @Required
          @Size(max = 99, error = "InvalidParameterValue.LimitExceeded") @Pattern(
              value = RegisterCode.ID_PATTERN,
              error = "InvalidParameterValue.InvalidRegisterCodeId")
          List<String> registerCodeIds) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    codes.delete(context.tenant(), request.registerCodeIds());
    return new Response();
  }
}
