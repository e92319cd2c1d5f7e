package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterCode;
import io.tatemulator.registration.RegisterCodeService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes register codes, all or none. */
@ActionDoc(
    value = "Deletes register codes, all or none.",
    raises = {ErrorCode.REGISTER_CODES_NOT_FOUND, ErrorCode.PARAMETER_KEY_DUPLICATED},
    inferred = {"A repeated identifier is ParameterKeyDuplicated."})
@Component
public final class DeleteRegisterCodes
    implements ActionHandler<DeleteRegisterCodes.Request, DeleteRegisterCodes.Response> {
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
          @Size(max = 99, error = ErrorCode.TOO_MANY_ITEMS) @Pattern(value = RegisterCode.ID_PATTERN, error = ErrorCode.INVALID_REGISTER_CODE_ID) List<String> registerCodeIds) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    codes.delete(context.tenant(), request.registerCodeIds());
    return new Response();
  }
}
