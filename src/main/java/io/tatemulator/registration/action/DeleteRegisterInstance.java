package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterInstance;
import io.tatemulator.registration.RegisterInstanceService;
import org.springframework.stereotype.Component;

/** Deletes a managed instance. */
@ActionDoc(
    value = "Deletes a managed instance.",
    raises = {ErrorCode.REGISTER_INSTANCE_NOT_FOUND})
@Component
public final class DeleteRegisterInstance
    implements ActionHandler<DeleteRegisterInstance.Request, DeleteRegisterInstance.Response> {
  private final RegisterInstanceService instances;

  DeleteRegisterInstance(RegisterInstanceService instances) {
    this.instances = instances;
  }

  /**
   * The request, as documented for DeleteRegisterInstance.
   *
   * @param instanceId the instance
   */
  public record Request(
      @Required
          @Pattern(
              value = RegisterInstance.ID_PATTERN,
              error = ErrorCode.INVALID_REGISTER_INSTANCE_ID)
          String instanceId) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    instances.delete(context.tenant(), request.instanceId());
    return new Response();
  }
}
