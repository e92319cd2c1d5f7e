package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.registration.RegisterInstance;
import io.tatemulator.registration.RegisterInstanceService;
import io.tatemulator.tat.TatAction;
import org.springframework.stereotype.Component;

/** Deletes a managed instance. */
@ActionDoc(
    value = "Deletes a managed instance.",
    raises = {"ResourceNotFound.RegisterInstanceNotFoundCode"})
@Component
public final class DeleteRegisterInstance
    implements TatAction<DeleteRegisterInstance.Request, DeleteRegisterInstance.Response> {
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
              error = "InvalidParameterValue.InvalidRegisterInstanceId")
          String instanceId) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    instances.delete(context.tenant(), request.instanceId());
    return new Response();
  }
}
